import { paragraphs } from './startService'

/** An article that preflight has nothing to say about: what a test of something else publishes where findings block. */
export const articleInOrder = (reviewer: string, title = 'Resting well') => ({
  title,
  summary: 'How rest can help you feel better. It is for everybody.',
  body: paragraphs('Rest when you are tired. Lie down for a while.'),
  seekCare: { urgency: 'clinician', text: 'Call your clinic if you do not feel better.' },
  references: [{ citation: 'A page about rest', url: 'https://example.org/rest' }],
  reviewer,
  reviewedOn: '2026-01-15T12:00:00.000Z',
  nextReviewDue: '2099-01-15T12:00:00.000Z',
})
