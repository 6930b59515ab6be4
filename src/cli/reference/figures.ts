import { readFileSync } from 'node:fs'
import { pageHead, table } from './table'

/** A row of `bench/results/delivery.json`. */
interface DeliveryRow {
  case: string
  what: string
  unit: string
  saphena: number
  bare?: number
  ratio?: number
  target?: number
}

interface Delivery {
  at: string
  node: string
  cores: number
  articles: number
  rows: DeliveryRow[]
}

/** A distribution in milliseconds, as the benches of the desk write it. */
interface Times {
  median: number
  p95: number
  target: number
}

/** Every figure that the last runs of the benches left in `bench/results`, with what was asked of it. */
export function figuresPage(): string {
  const { at, node, cores, articles, rows } = read<Delivery>('delivery')
  return `${pageHead(
    'Figures',
    'What the benches measured the last time that they were run, as they left it in `bench/results/`. They depend on the machine, and on what else\nit did: compare rows of one run, and run them on yours.',
  )}
\`\`\`sh
npm run bench -- delivery                     # reading; -- --url ADDRESS… times other servers in the same run
npm run bench -- desk-panel desk-save desk-dashboard
npm run bench -- linking
\`\`\`

## Reading

${articles.toLocaleString('en')} articles, 16 connections, ${cores} cores, Node ${node}, ${at.slice(0, 10)}. _Of bare_ is the share of what a plain
\`node:http\` server reaches that sends the same bytes, in the same run. _Rotating_ asks for all articles in turn, _one_ for the same one.

${table(
  ['What', 'Measured', 'Bare server', 'Of bare', 'Asked for'],
  rows.map((row) => [
    prosaic(row.what),
    `${number(row.saphena)} ${unitOf(row)}`,
    row.bare === undefined ? '' : `${number(row.bare)} ${unitOf(row)}`,
    row.unit === '1/s' && row.ratio !== undefined ? number(row.ratio) : '',
    askedOf(row),
  ]),
)}

## The desk

${table(['What', 'Measured', 'Asked for'], deskRows())}

How well linking decides, and how fast, is told in [How linking decides](../linking.md#how-good-it-is).
`
}

/** The few figures that the README shows, between its two marks. */
export function withFigures(readme: string): string {
  const { rows, at } = read<Delivery>('delivery')
  const shown = ['article', 'rest', 'graphqlGet', 'graphqlPost', 'start', 'memory'].flatMap(
    (name) => rows.find((row) => row.case === name) ?? [],
  )
  const figures = table(
    ['What', 'Measured', 'Asked for'],
    [
      ...shown.map((row) => [
        prosaic(row.what),
        `${number(row.saphena)} ${unitOf(row)}${row.ratio === undefined ? '' : `, ${number(row.ratio)} of bare`}`,
        askedOf(row),
      ]),
      ...deskRows(),
    ],
  )
  const [before, rest] = readme.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`README.md has no ${begin} … ${end}`)
  return `${before}${begin}\n\n${figures}\n\n_The first six were measured on ${at.slice(0, 10)}; the rest have their dates in bench/results._\n\n${end}${after}`
}

const begin = '<!-- figures: written by npm run generate from bench/results -->'
const end = '<!-- end of figures -->'

function deskRows(): string[][] {
  const save = read<{ publish: { added: number }; target: number }>('desk-save')
  const times = (name: string): [string, string] => {
    const { median, p95, target } = read<Times>(name)
    return [`${number(median)} ms (median), ${number(p95)} ms (p95)`, `at most ${target} ms`]
  }
  return [
    ['links panel, at a pause in typing, 1,500 words, 1,000 terms', ...times('desk-panel')],
    [
      'linking, grading and checks, added to a save',
      `${number(save.publish.added)} ms (median)`,
      `at most ${save.target} ms`,
    ],
    ['first page of the desk, 5,000 articles', ...times('desk-dashboard')],
  ]
}

const read = <Result>(name: string): Result => JSON.parse(readFileSync(`bench/results/${name}.json`, 'utf8')) as Result

function askedOf({ unit, target }: DeliveryRow): string {
  if (target === undefined) return ''
  return unit === '1/s' ? `at least ${target} of bare` : `at most ${target} ${unit}`
}

const unitOf = ({ unit }: DeliveryRow): string => (unit === '1/s' ? 'a second' : unit)

/** Braces would be taken for a page's own. */
const prosaic = (what: string): string => what.replace(/(\/v1\S*?)(?=[,\s]|$)/g, '`$1`')

const number = (value: number): string =>
  value.toLocaleString('en', value >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 })
