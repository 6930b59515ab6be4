import type { BasePayload } from 'payload'
import { withPayload } from '../src/cli/openPayload'
import { paragraphs } from './paragraphs'

/**
 * Writes so many articles as a desk knows them after a year: due at some time, some translated and changed since, some with a newer draft,
 * some reviewed. The first user is the author of a few.
 */
const count = Number(process.argv[2])
const day = 86_400_000
const at = (days: number): string => new Date(Date.now() + days * day).toISOString()

async function addVocabulary(payload: BasePayload): Promise<void> {
  for (const collection of ['symptoms', 'remedies'] as const)
    for (let number = 0; number < 200; number++)
      await payload.create({
        collection,
        data: {
          name: `${collection} ${String.fromCharCode(97 + (number % 26))}${number}`,
          _status: 'published',
        } as never,
        context: { withoutRelinking: true },
        overrideAccess: true,
      })
}

async function addArticle(payload: BasePayload, number: number, author: string): Promise<void> {
  const overrideAccess = true
  const words = `Some have symptoms ${String.fromCharCode(97 + (number % 26))}${number % 150}, number ${number}.`
  const { id } = await payload.create({
    collection: 'articles',
    data: {
      title: `Article number ${number}`,
      summary: 'A summary.',
      body: paragraphs(number % 5 ? words : 'Nothing that the vocabulary knows.') as never,
      nextReviewDue: at((number % 400) - 40),
      reviewedOn: at(-(number % 360)),
      ...(number % 50 ? {} : { author }),
      _status: 'published',
    },
    depth: 0,
    select: {},
    overrideAccess,
  })
  const change = (data: object, options: object) =>
    payload.update({
      collection: 'articles',
      id,
      data: data as never,
      depth: 0,
      select: {},
      overrideAccess,
      ...options,
    })
  if (number % 10 === 0) {
    await change(
      { title: `Artículo número ${number}`, body: paragraphs('Unas palabras.'), _status: 'published' },
      { locale: 'es' },
    )
    if (number % 20 === 0) await change({ title: `Article no. ${number}`, _status: 'published' }, {})
  }
  if (number % 8 === 0) await change({ summary: 'Being rewritten.' }, { draft: true })
}

await withPayload(async (payload) => {
  const { docs } = await payload.find({ collection: 'users', limit: 1, depth: 0, overrideAccess: true })
  const author = docs[0]?.id ?? ''
  await addVocabulary(payload)
  for (let number = 0; number < count; number++) await addArticle(payload, number, author)
})
