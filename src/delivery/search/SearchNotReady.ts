import { APIError } from 'payload'

/** The index is still being made: whoever asked is right to ask again later. */
export class SearchNotReady extends APIError {
  constructor() {
    super('The search index is being made; try again soon', 503, undefined, true)
    this.name = 'SearchNotReady'
  }
}
