import type { Finding } from '../../preflight/checkArticle'

/** What keeps the text in this language from its readers: each language is published by itself (`defaultLocalePublishOption`). */
export const blockingIn = (findings: readonly Finding[], locale: string): Finding[] =>
  findings.filter((finding) => finding.blocking && (!finding.locale || finding.locale === locale))
