import { describe, expect, it } from 'vitest'
import { augmentations, datasets, features } from '../datasets/index.ts'
import { initializers } from '../network/index.ts'
import { optimizers } from '../optimizers/index.ts'
import type { Parameters } from '../parameters.ts'
import { surfaces } from '../surfaces/index.ts'
import { clippings } from '../training/clipping.ts'
import { schedules } from '../training/schedules.ts'
import { isSafeKey, writeQuery } from './query.ts'
import type { Registry } from './run.ts'
import { problemTexts } from './text.ts'
import { reservedKeys, runKeys } from './textKeys.ts'
import { keyOf } from './textValues.ts'

/** The keys and the full names under which a link may give these parameters. */
const keysOf = ({ parameters }: Registered) =>
  Object.entries(parameters).map(([name, parameter]) => [...new Set([keyOf(name, parameter), name])])
interface Registered {
  parameters: Parameters
}

/** All names that HTML reads as a character where no semicolon follows. */
const entities =
  'AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml'.split(
    ' ',
  )

describe('a key in a link', () => {
  const { surface, network } = problemTexts
  const members = [
    ...Object.values(surfaces).map((one) => [one.id, one, surface] as const),
    ...Object.values(datasets).map((one) => [one.id, one, network] as const),
  ]
  it.each(members)('of %s is free and its only one', (_, member, kind) => {
    const keys = keysOf(member)
    const taken = [...reservedKeys, ...kind.keys, ...surface.marks, ...network.marks]
    expect(keys.filter(([written]) => !isSafeKey(written))).toEqual([])
    expect(keys.flat().filter((key) => taken.includes(key))).toEqual([])
    expect(new Set(keys.flat()).size).toBe(keys.flat().length)
  })

  it.each(Object.entries(problemTexts))('of a %s problem is free and its only one', (_, kind) => {
    const taken = [...reservedKeys, ...Object.keys(runKeys), 'opt']
    expect(kind.keys.filter((key) => taken.includes(key) || !isSafeKey(key))).toEqual([])
    expect(new Set(kind.keys).size).toBe(kind.keys.length)
    expect(Object.keys(kind.runKeys).filter((key) => !kind.keys.includes(key))).toEqual([])
  })

  it('tells one kind of problem only', () => {
    for (const key of surface.marks) expect(network.keys).not.toContain(key)
    for (const key of network.marks) expect(surface.keys).not.toContain(key)
  })

  it.each(Object.entries(optimizers))('of %s is free and its only one', (id, optimizer) => {
    const keys = keysOf(optimizer)
    const taken = ['opt', ...[{ runKeys }, surface, network].flatMap((one) => Object.keys(one.runKeys))]
    expect(keys.flat().filter((key) => taken.includes(key))).toEqual([])
    expect(new Set(keys.flat()).size).toBe(keys.flat().length)
    expect(isSafeKey(id)).toBe(true)
    expect(keysOf(optimizer)[0]).toEqual(['lr', 'learningRate'])
  })

  it('is a plain word', () => {
    const registries = [optimizers, surfaces, datasets]
    const all = registries.flatMap((registry) => Object.values<Registered>(registry)).flatMap(keysOf)
    const ids = [...registries, schedules, clippings, features, initializers, augmentations].flatMap(
      Object.keys,
    )
    const own = [...surface.keys, ...network.keys]
    expect(
      [...all.flat(), ...ids, ...own, ...reservedKeys].filter((key) => !/^[A-Za-z][A-Za-z0-9-]*$/.test(key)),
    ).toEqual([])
  })

  it('of one of several is not the word for which one it is', () => {
    const registries: Registry[] = [schedules, clippings, initializers, augmentations, datasets]
    const parameters = registries.flatMap((one) => Object.values(one)).map((one) => one.parameters)
    expect(parameters.filter((one) => Object.hasOwn(one, 'kind'))).toEqual([])
  })

  it('never starts like an HTML entity, or is written so that it does not', () => {
    expect(reservedKeys.filter((key) => !isSafeKey(key))).toEqual([])
    expect(entities.filter(isSafeKey)).toEqual([])
    for (const entity of entities) expect(writeQuery([[`${entity}-2.lr`, '1']])).not.toContain(entity)
  })
})
