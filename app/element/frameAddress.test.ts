import { expect, it, vi } from 'vitest'
import { readQuery } from '../../engine/experiment/query.ts'
import { frameAddress } from './frameAddress.ts'

const address = (page: string, state: string | null, attributes: Record<string, string>, origin = 'null') => {
  vi.stubGlobal('origin', origin)
  const attribute = (name: string) => attributes[name] ?? null
  const [base, fragment] = frameAddress({ page, state, attribute, nonce: 'n' }).split('#')
  return { base, said: Object.fromEntries(readQuery(fragment).map(({ key, value }) => [key, value])) }
}

it('attributes come before the state, and that before what the page’s address says', () => {
  const { base, said } = address(
    'https://lab.example/v1/embed/#f=booth&ui=full&at=3',
    'f=ravine&ui=compact',
    {
      ui: 'minimal',
      edit: 'lr,gamma',
    },
  )
  expect(base).toBe('https://lab.example/v1/embed/')
  expect(said).toEqual({ f: 'ravine', ui: 'minimal', edit: 'lr,gamma', at: '3', k: 'n' })
})

it('pins the page around it, if that has an origin', () => {
  expect(address('p', null, {}, 'https://course.example').said.host).toBe('https://course.example')
  expect('host' in address('p', null, {}).said).toBe(false)
})
