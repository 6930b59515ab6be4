'use client'

import { Pill } from '@payloadcms/ui'
import type { ImportPreview } from '../../importing/previewImport'

/** What was found in a file: its size, its headings, what it would be linked to, and what an editor should look at. */
export function FilePreview({ preview }: { preview: ImportPreview }) {
  const { words, headings, links, warnings, summary } = preview
  return (
    <div className="saphena-import__preview">
      {warnings.length > 0 && (
        <section className="saphena-import__warnings">
          <h2>Look at this</h2>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{capitalised(warning)}.</li>
            ))}
          </ul>
        </section>
      )}
      {summary && <p className="saphena-import__summary">{summary}</p>}
      <section>
        <h2>
          {counted(headings.length, 'heading', 'headings')}, {counted(words, 'word', 'words')}
        </h2>
        {headings.length > 0 && (
          <ol className="saphena-import__headings">
            {headings.slice(0, shownHeadings).map(({ level, heading }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: headings may repeat, and the list does not change
              <li className={`saphena-import__heading-${Math.min(level, 4)}`} key={index}>
                {heading}
              </li>
            ))}
            {headings.length > shownHeadings && <li>and {headings.length - shownHeadings} more</li>}
          </ol>
        )}
      </section>
      <section>
        <h2>{links.length === 0 ? 'Nothing to link in these words' : 'Would be linked'}</h2>
        <ul className="saphena-import__links">
          {links.map(({ kind, name, linked, suggested }) => (
            <li key={`${kind} ${name}`}>
              <Pill pillStyle={linked > 0 ? 'success' : 'light'} size="small">
                {name} ({kind}, {linked > 0 ? `${linked} ×` : `only suggested, ${suggested} ×`})
              </Pill>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

const shownHeadings = 20

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
const capitalised = (line: string): string => line.charAt(0).toUpperCase() + line.slice(1)
