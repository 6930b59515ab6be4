import { createHash } from 'node:crypto'
import { escapeHtml } from '../../richtext/escapeHtml'
import type { Locale } from '../addresses'
import { previewWords } from './previewWords'

export interface PreviewPage {
  locale: Locale
  title: string
  /** The inside of `main`, ready as HTML. */
  html: string
  /** The lines at the top that say what this is. */
  banner: readonly string[]
  /** The address of the script that keeps the page in step with its editor; none for a page that stays as it is. */
  script?: string
}

/** A page that needs nothing else but its script: a style of its own, no fonts, no other site. */
export function previewPage({ locale, title, html, banner, script }: PreviewPage): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${escapeHtml(pageTitle(locale, title))}</title>
<style>${style}</style>
${script ? `<script src="${escapeHtml(script)}" defer></script>` : ''}
</head>
<body>
${banner.length > 0 ? `<header>${banner.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</header>` : ''}
<main id="draft">
${html}
</main>
</body>
</html>
`
}

export function pageTitle(locale: Locale, title: string): string {
  const { draft } = previewWords[locale]
  return title ? `${title} (${draft})` : draft
}

const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); --tint: color-mix(in srgb, currentColor 5%, transparent); --accent: light-dark(#0b5f6b, #7fd3de); }
* { box-sizing: border-box; }
body { margin: 0; font: 1.0625rem/1.65 system-ui, sans-serif; background: light-dark(#fff, #16181b); color: light-dark(#1c2326, #e6eaec); overflow-wrap: break-word; }
header { padding: .6rem 1.25rem; background: light-dark(#fff4d6, #3a2f10); color: light-dark(#4a3600, #ffe9b0); font-size: .9375rem; border-bottom: 1px solid var(--line); }
header p { margin: 0 auto; max-width: 39.5rem; }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
h1 { font-size: clamp(1.6rem, 5vw, 2.25rem); line-height: 1.2; margin: .5rem 0; }
h2 { font-size: 1.375rem; line-height: 1.3; margin: 2rem 0 .5rem; }
h3 { font-size: 1.125rem; margin: 1.5rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
p, ul, ol { margin: 0 0 1rem; }
li > p { margin: 0; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
img { max-width: 100%; height: auto; border-radius: .375rem; }
figure { margin: 1.5rem 0; }
figcaption, .quiet { font-size: .9375rem; color: light-dark(#55616a, #a9b4bc); }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--line); }
.summary { font-size: 1.1875rem; line-height: 1.5; color: light-dark(#3c474d, #c5ced4); }
.note { padding: .5rem .75rem; background: var(--tint); border-radius: .375rem; font-size: .9375rem; }
section { margin: 1.5rem 0; }
section > h2 { margin-top: 0; font-size: 1.125rem; }
section > :last-child { margin-bottom: 0; }
.points, .care, .recall { padding: 1rem 1.25rem; border-radius: .5rem; background: var(--tint); }
.care, .recall { border-left: .375rem solid var(--urgency, light-dark(#2c7a4b, #6fce94)); }
.care-clinician { --urgency: light-dark(#0b5f6b, #7fd3de); }
.care-urgent { --urgency: light-dark(#b45309, #fbbf55); }
.care-emergency, .recall { --urgency: light-dark(#b91c1c, #ff8a80); background: color-mix(in srgb, var(--urgency) 9%, transparent); }
.linked ul { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; list-style: none; }
.linked li { padding: .125rem .75rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .9375rem; }
.linked li:target { border-color: var(--accent); outline: 2px solid var(--accent); }
.references { font-size: .9375rem; border-top: 1px solid var(--line); padding-top: 1rem; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
@media print { header { border: 1px solid; } }
`

/** What such a page may do: show this one style, pictures of this site and, where it has a script, talk to this site. */
export const pagePolicy = ({ framedBy, live }: { framedBy: "'self'" | "'none'"; live: boolean }): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "img-src 'self'",
    ...(live ? ["script-src 'self'", "connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${framedBy}`,
  ].join('; ')
