// The race in a page: bundled by `../chromium.mjs`, which tells the processor time of the page's own thread.
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { racePeers } from '../peers.ts'
import { peers as brain } from './brain.mjs'
import { peers as convnet } from './convnet.mjs'
import { peers as tensorflow } from './tensorflow.mjs'

setWasmPaths('/')

/** As `rateOf` of `../timing.ts`, whose clock a page does not have. */
async function rateInPage(go, amount, sliceMilliseconds) {
  const begin = await window.processorTime()
  const end = performance.now() + sliceMilliseconds
  let [now, done, times] = [performance.now(), 0, 1]
  while (now < end) {
    const before = now
    for (let i = 0; i < times; i++) go()
    done += times * amount
    now = performance.now()
    if (now - before < sliceMilliseconds / 50) times *= 2
  }
  return (1000 * done) / ((await window.processorTime()) - begin)
}

await racePeers([...convnet, ...brain, ...tensorflow], rateInPage)
window.finished()
