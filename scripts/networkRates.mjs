// Tunes a learning rate for every optimizer on networks: the search for `networkRates`, see engine/experiment/networkRates.ts.
// It takes some twenty minutes.
import { readFileSync } from 'node:fs'
import { bundle } from './bundle.mjs'
import { ensureDependencies, root } from './ensure.mjs'

ensureDependencies()
const load = await bundle('rates', ['scripts/rates/networks.ts'])
const { searchNetworks } = await load('networks')
searchNetworks((path) => new Uint8Array(readFileSync(`${root}public/${path}`)))
