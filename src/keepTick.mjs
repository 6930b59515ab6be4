import { executionAsyncResource } from 'node:async_hooks'

/**
 * What `process.nextTick` makes for each of its calls, one of them for as long as the process lives. V8 (of Node 20) holds the shape of
 * these objects weakly: a full collection while none is waiting, as there are many during a start, has it build each of them property by
 * property from then on, which was a tenth of what an answer from memory costs.
 */
/** @public */
export let keptTick
process.nextTick(() => {
  keptTick = executionAsyncResource()
})
