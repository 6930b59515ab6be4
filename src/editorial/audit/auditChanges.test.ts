import { describe, expect, it } from 'vitest'
import { actionsOf } from './auditChanges'

const nothing = { created: false, reverted: false, trash: undefined, event: undefined, changed: false } as const

describe('What one save was', () => {
  it.each([
    ['a save without a change', {}, []],
    ['an edit', { changed: true }, ['changed']],
    ['a new draft', { created: true, changed: true }, ['created']],
    ['one made and published at once', { created: true, event: 'published', changed: true }, ['created', 'published']],
    ['a publication, or another one', { event: 'changed', changed: true }, ['published']],
    ['one under another address', { event: 'moved', changed: true }, ['published']],
    ['a recall', { event: 'recalled', changed: true }, ['recalled']],
    ['a withdrawal', { event: 'withdrawn' }, ['withdrawn']],
    ['what readers see put in the trash', { trash: 'trashed', event: 'withdrawn' }, ['trashed']],
    [
      'an old version put back and shown',
      { reverted: true, event: 'changed', changed: true },
      ['reverted', 'published'],
    ],
  ] as const)('%s', (_, change, actions) => {
    expect(actionsOf({ ...nothing, ...change })).toEqual(actions)
  })
})
