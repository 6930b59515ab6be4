import type { MergePlan } from '../../vocabularyDesk/merge/planMerge'
import { useLanguageNames } from './useLanguageNames'

/** What a merge will do, in sentences. */
export function MergePreview({ plan }: { plan: MergePlan }) {
  const languageNames = useLanguageNames()
  const { from, into, words, codes, redirects, articles, symptoms, remedies, clinics, leftBehind } = plan
  return (
    <dl className="saphena-merge__plan">
      <dt>Stays</dt>
      <dd>
        {into.name}
        {into.published ? '' : ' (a draft)'}
      </dd>
      <dt>Goes to the trash</dt>
      <dd>
        {from.name}
        {from.published ? '' : ' (a draft)'}
      </dd>
      {words
        .filter(({ added, taken, notPhrases }) => added.length + taken.length + notPhrases.length > 0)
        .map(({ locale, added, taken, notPhrases }) => (
          <Words
            key={locale}
            language={languageNames[locale] ?? locale}
            added={added}
            notPhrases={notPhrases}
            taken={taken.map(({ term, owner }) => `“${term}”, a word of “${owner.name}”`)}
          />
        ))}
      {codes.length > 0 && (
        <>
          <dt>Codes it gets</dt>
          <dd>{codes.map(({ system, code }) => `${system} ${code}`).join(', ')}</dd>
        </>
      )}
      {redirects.length > 0 && (
        <>
          <dt>Addresses that lead to it</dt>
          <dd>{redirects.map(({ locale, slug }) => `${slug} (${languageNames[locale] ?? locale})`).join(', ')}</dd>
        </>
      )}
      <dt>Articles that change</dt>
      <dd>
        {articles.count === 0 ? 'none' : `${articles.count}: ${articles.first.map(({ title }) => title).join(', ')}`}
        {articles.count > articles.first.length ? ' …' : ''}
      </dd>
      {Object.entries({ Symptoms: symptoms, Remedies: remedies, Clinics: clinics }).map(([what, count]) =>
        count > 0 ? <Count key={what} what={`${what} that change`} count={count} /> : null,
      )}
      {leftBehind.length > 0 && (
        <>
          <dt>Stays behind</dt>
          <dd>{leftBehind.join(', ')}: copy by hand what you want to keep.</dd>
        </>
      )}
    </dl>
  )
}

function Count({ what, count }: { what: string; count: number }) {
  return (
    <>
      <dt>{what}</dt>
      <dd>{count}</dd>
    </>
  )
}

interface WordsProps {
  language: string
  added: string[]
  notPhrases: string[]
  taken: string[]
}

function Words({ language, added, notPhrases, taken }: WordsProps) {
  return (
    <>
      <dt>Words it gets, {language}</dt>
      <dd>
        {added.length > 0 ? added.join(', ') : 'none'}
        {notPhrases.length > 0 && (
          <span className="saphena-desk__note">Phrases that are something else: {notPhrases.join(', ')}</span>
        )}
        {taken.length > 0 && <span className="saphena-desk__note">Left out: {taken.join('; ')}</span>}
      </dd>
    </>
  )
}
