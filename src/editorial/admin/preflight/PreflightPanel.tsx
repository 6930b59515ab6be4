'use client'

import { Banner, Pill, useConfig, useLocale } from '@payloadcms/ui'
import { Panel } from '../panel/Panel'
import { blockingIn } from './blockingIn'
import { FindingList } from './FindingList'
import { useFindings } from './useFindings'
import './PreflightPanel.css'

/** Beside an article: all that stands between it and its readers, what blocks first, each with the way to where it is mended. */
export function PreflightPanel() {
  const { answer, problem } = useFindings()
  const { code: locale } = useLocale()
  const { config } = useConfig()
  const findings = answer?.findings ?? []
  const blocking = findings.filter((finding) => finding.blocking)
  const here = blockingIn(findings, locale).length
  const advice = findings.filter((finding) => !finding.blocking)
  const languages = config.localization ? config.localization.locales : []
  const nameOf = (code: string) => String(languages.find((each) => each.code === code)?.label ?? code)

  return (
    <Panel
      className="saphena-preflight"
      count={
        answer && (
          <Pill pillStyle={blocking.length > 0 ? 'error' : findings.length > 0 ? 'light-gray' : 'success'} size="small">
            {findings.length}
          </Pill>
        )
      }
      id="preflight-panel"
      title="Preflight"
    >
      <div className="saphena-preflight__list">
        {answer?.schedule && (
          <Banner type="error">
            <strong>Not published on schedule</strong> ({new Date(answer.schedule.at).toLocaleString()}).{' '}
            {answer.schedule.message}.
          </Banner>
        )}
        <p aria-live="polite" className="saphena-preflight__summary" tabIndex={-1}>
          {problem ?? (answer ? summaryOf(here, blocking.length - here, advice.length) : 'Looking…')}
        </p>
        <FindingList findings={blocking} locale={locale} nameOf={nameOf} title="Blocks publication" />
        <FindingList findings={advice} locale={locale} nameOf={nameOf} title="Advice" />
      </div>
    </Panel>
  )
}

/** @param elsewhere what keeps back other languages of the article, which are published by themselves */
function summaryOf(here: number, elsewhere: number, advice: number): string {
  if (here + elsewhere + advice === 0) return 'Nothing to mend: this may go to its readers.'
  const others = elsewhere === 0 ? '' : `, ${elsewhere} to mend in another language`
  const blocks = (here === 0 ? 'Nothing blocks publication' : `${here} to mend before this is published`) + others
  return advice === 0 ? `${blocks}.` : `${blocks}. ${advice} to think about.`
}
