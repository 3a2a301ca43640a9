import { describe, expect, it } from 'vitest'
import { optimizers } from '../optimizers/index.ts'
import { surfaces } from '../surfaces/index.ts'
import { clippings } from '../training/clipping.ts'
import { schedules } from '../training/schedules.ts'
import { isSafeKey, writeQuery } from './query.ts'
import { reservedKeys, runKeys } from './textKeys.ts'
import { keyOf } from './textValues.ts'

/** The keys and the full names under which a link may give these parameters. */
const keysOf = ({ parameters }: { parameters: Parameters[0] }) =>
  Object.entries(parameters).map(([name, parameter]) => [...new Set([keyOf(name, parameter), name])])
type Parameters = readonly [(typeof optimizers)[string]['parameters']]

/** All names that HTML reads as a character where no semicolon follows. */
const entities =
  'AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml'.split(
    ' ',
  )

describe('a key in a link', () => {
  it.each(Object.entries(surfaces))('of %s is free and its only one', (_, surface) => {
    const keys = keysOf(surface)
    expect(keys.filter(([written]) => !isSafeKey(written))).toEqual([])
    expect(keys.flat().filter((key) => reservedKeys.includes(key))).toEqual([])
    expect(new Set(keys.flat()).size).toBe(keys.flat().length)
  })

  it.each(Object.entries(optimizers))('of %s is free and its only one', (id, optimizer) => {
    const keys = keysOf(optimizer)
    expect(keys.flat().filter((key) => Object.hasOwn(runKeys, key) || key === 'opt')).toEqual([])
    expect(new Set(keys.flat()).size).toBe(keys.flat().length)
    expect(isSafeKey(id)).toBe(true)
    expect(keysOf(optimizer)[0]).toEqual(['lr', 'learningRate'])
  })

  it('is a plain word', () => {
    const all = [...Object.values(optimizers), ...Object.values(surfaces)].flatMap(keysOf).flat()
    const ids = [optimizers, surfaces, schedules, clippings].flatMap((registry) => Object.keys(registry))
    expect([...all, ...ids, ...reservedKeys].filter((key) => !/^[A-Za-z][A-Za-z0-9-]*$/.test(key))).toEqual(
      [],
    )
  })

  it('of a schedule or a clipping rule is not the word for which one it is', () => {
    const parameters = [...Object.values(schedules), ...Object.values(clippings)].map((one) => one.parameters)
    expect(parameters.filter((one) => Object.hasOwn(one, 'kind'))).toEqual([])
  })

  it('never starts like an HTML entity, or is written so that it does not', () => {
    expect(reservedKeys.filter((key) => !isSafeKey(key))).toEqual([])
    expect(entities.filter(isSafeKey)).toEqual([])
    for (const entity of entities) expect(writeQuery([[`${entity}-2.lr`, '1']])).not.toContain(entity)
  })
})
