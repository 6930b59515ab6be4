import { mkdirSync, writeFileSync } from 'node:fs'
import type { Grown } from './growth'
import { loadTargets } from './loadAndGrowth'
import type { LoadResult } from './underLoad'

export interface Measured {
  at: string
  node: string
  cores: number
  traffic: LoadResult[]
  growth: Grown[]
}

const pictures = 'docs/images/growth'

/** Writes docs/performance.md and its curves. */
export function writePerformance({ at, cores, growth, node, traffic }: Measured): void {
  mkdirSync(pictures, { recursive: true })
  const parts = [
    '# Performance',
    `Written by \`npm run bench -- load --long\` on ${at.slice(0, 10)}: ${cores} cores, Node ${node.slice(1)}, all of it on one machine. MongoDB is the test server of the project where nothing else is set, which is slower than a real one.`,
  ]
  if (traffic.length > 0) parts.push(...trafficParts(traffic))
  if (growth.length > 0) parts.push(...growthParts(growth))
  writeFileSync('docs/performance.md', `${parts.join('\n\n')}\n`)
}

function trafficParts(traffic: LoadResult[]): string[] {
  const rows = [
    ['for', ...traffic.map(({ size }) => `${size.seconds} s`)],
    ['editors, readers', ...traffic.map(({ size }) => `${size.editors}, ${size.readers}`)],
    ...loadTargets.map(({ field, most, unit, what }) => [
      `${what} (target: ≤ ${most} ${unit})`,
      ...traffic.map((each) => `${each[field].toFixed(0)} ${unit}`),
    ]),
    ['reads, failed', ...traffic.map(({ reads, readsFailed }) => `${reads}, ${readsFailed}`)],
    ['saves, failed', ...traffic.map(({ saves, savesFailed }) => `${saves}, ${savesFailed}`)],
    ['imported, failed', ...traffic.map(({ imported, importFailed }) => `${imported}, ${importFailed}`)],
    ['acknowledged and not found', ...traffic.map(({ lost }) => `${lost.length}`)],
    ['resident memory', ...traffic.map(({ memory }) => `${memory.toFixed(0)} MiB`)],
  ]
  return [
    '## Under load',
    'Editors who save as the admin does while they type and publish every fifth time, an import beside the server, and readers who each read five articles a second, all at once. Afterwards everything that was acknowledged is looked for.',
    table(['', ...traffic.map(({ database }) => database)], rows),
  ]
}

const curves = [
  { name: 'answers', what: 'Answers that are not in memory', unit: 'ms', of: ({ times }: Grown) => times },
  { name: 'start', what: 'Start and first answer', unit: 's', of: ({ first, start }: Grown) => ({ start, first }) },
  { name: 'memory', what: 'Resident memory', unit: 'MiB', of: ({ memory }: Grown) => ({ memory }) },
]

function growthParts(growth: Grown[]): string[] {
  const parts = [
    '## As it grows',
    'Published articles in two languages, of about 1,100 words each. Start is until the server says that it is ready, first answer is from then on; the other times are of answers that are not in memory, the median of 21 after 60 others.',
  ]
  for (const database of new Set(growth.map((each) => each.database))) {
    const own = growth.filter((each) => each.database === database)
    const asked = Object.keys(own[0]?.times ?? {})
    const head = ['articles', 'start', 'first answer', 'memory', ...asked]
    const rows = own.map(({ articles, first, memory, start, times }) => [
      String(articles),
      `${start.toFixed(1)} s`,
      `${first.toFixed(2)} s`,
      `${memory.toFixed(0)} MiB`,
      ...asked.map((what) => `${(times[what] ?? 0).toFixed(0)} ms`),
    ])
    parts.push(`### ${database}`, table(head, rows))
    for (const { name, of, unit, what } of curves) {
      const file = `${database}-${name}.svg`
      writeFileSync(
        `${pictures}/${file}`,
        drawCurves(
          `${what}, ${unit}`,
          own.map((each) => [each.articles, of(each)]),
        ),
      )
      parts.push(`![${what} by the number of articles, on ${database}](images/growth/${file})`)
    }
  }
  return parts
}

function table(head: string[], rows: string[][]): string {
  const widths = head.map((cell, at) => Math.max(3, cell.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (cells: string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] as number)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

const [width, height, edge] = [640, 240, 48]
const colours = ['#1f6feb', '#bf3989', '#1a7f37', '#9a6700']

/** Lines over the number of articles, from nothing to the most. */
function drawCurves(title: string, points: [articles: number, values: Record<string, number>][]): string {
  const most = Math.max(...points.map(([articles]) => articles))
  const highest = Math.max(...points.flatMap(([, values]) => Object.values(values))) || 1
  const x = (articles: number) => edge + (articles / most) * (width - 2 * edge)
  const y = (value: number) => height - edge - (value / highest) * (height - 2 * edge)
  const names = Object.keys(points[0]?.[1] ?? {})
  const lines = names.flatMap((name, at) => {
    const colour = colours[at % colours.length]
    const places = points.map(([articles, values]) => `${x(articles).toFixed(1)},${y(values[name] ?? 0).toFixed(1)}`)
    return [
      `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${places.join(' ')}"/>`,
      `<text x="${edge + at * 120}" y="${height - 10}" fill="${colour}">${name}</text>`,
    ]
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<title>${title}</title>
<rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="${edge}" y="24" fill="#24292f">${title}</text>
<path d="M${edge} ${edge}V${height - edge}H${width - edge}" fill="none" stroke="#8c959f"/>
<text x="${edge - 6}" y="${edge + 4}" text-anchor="end" fill="#57606a">${highest.toPrecision(3)}</text>
<text x="${edge - 6}" y="${height - edge}" text-anchor="end" fill="#57606a">0</text>
<text x="${width - edge}" y="${height - edge + 16}" text-anchor="end" fill="#57606a">${most} articles</text>
${lines.join('\n')}
</svg>
`
}
