import { writeFileSync } from 'node:fs'
import type { BasePayload } from 'payload'
import { withPayload } from '../src/cli/openPayload'
import { readVocabulary } from '../test/linking/readPassages'

/**
 * Publishes so many articles, each of 6 sections and about 1,100 words that name 3 symptoms and 3 remedies; writes their ids and slugs.
 * A third argument says how many there are already, and a fourth a second language to publish them in.
 */
const [count, file] = [Number(process.argv[2]), process.argv[3] ?? '']
const [from, second] = [Number(process.argv[4] ?? 0), process.argv[5] as 'es' | undefined]
const sections = 6
const wordsEach = 180
const plain =
  'the of and to a in is that for it as with on be by this are from at have not or an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man even most made after also well did many before must years back through much where your way down should because long each just state those people too little good world make very year still see own work men day get here old life both between being under three never know same last another while us off might great go come since against right came take used states himself few house use place during high without again home around small however found'.split(
    ' ',
  )

let seed = from + 1
const random = (below: number): number => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed % below
}

const fillTerm = (payload: BasePayload, collection: 'symptoms' | 'remedies', name: string) =>
  payload.create({
    collection,
    data: { name, _status: 'published' } as never,
    context: { withoutRelinking: true },
    overrideAccess: true,
  })

function body(terms: string[]) {
  const children = Array.from({ length: sections }, (_, number) => [
    element('heading', `Section ${number + 1}`, { tag: 'h2' }),
    element('paragraph', sentences(terms[number] as string), { textFormat: 0 }),
    element('paragraph', sentences(terms[(number + 1) % sections] as string), { textFormat: 0 }),
  ]).flat()
  return { root: { type: 'root', format: '', indent: 0, version: 1, direction: null, children } }
}

const element = (type: string, text: string, more: object) => ({
  type,
  format: '',
  indent: 0,
  version: 1,
  direction: null,
  ...more,
  children: [{ type: 'text', text, format: 0, detail: 0, mode: 'normal', style: '', version: 1 }],
})

function sentences(term: string): string {
  const words = Array.from({ length: wordsEach / 2 }, () => plain[random(plain.length)])
  return `${words.slice(0, 40).join(' ')}. Some have ${term}, ${words.slice(40).join(' ')}.`
}

await withPayload(async (payload) => {
  const { symptoms, remedies } = readVocabulary('en')
  const names = {
    symptoms: symptoms.slice(0, 30).map(({ name }) => name),
    remedies: remedies.slice(0, 30).map(({ name }) => name),
  }
  for (const collection of from > 0 ? [] : (['symptoms', 'remedies'] as const))
    for (const name of names[collection]) await fillTerm(payload, collection, name)
  const made: { id: string; slug: string }[] = []
  for (let number = from; number < from + count; number++) {
    const three = (of: string[]) => [0, 1, 2].map((each) => of[(number * 7 + each * 11) % of.length] as string)
    const words = {
      title: `Article number ${number}`,
      summary: 'Version 0.',
      body: body([...three(names.symptoms), ...three(names.remedies)]) as never,
    }
    const { id, slug } = await payload.create({
      collection: 'articles',
      data: { ...words, seekCare: { urgency: 'self-care' }, _status: 'published' },
      depth: 0,
      select: { slug: true },
      overrideAccess: true,
    })
    if (second)
      await payload.update({
        collection: 'articles',
        id,
        locale: second,
        data: { ...words, localeStatus: 'ready', _status: 'published' },
        depth: 0,
        select: { slug: true },
        overrideAccess: true,
      })
    made.push({ id, slug: slug ?? '' })
  }
  writeFileSync(file, JSON.stringify(made))
})
