/** HTML of a text: Saphena makes it of a fixed list of tags, and the page's policy runs no script but the app's own. */
export function Html({ html, lang }: { html: string; lang?: string | undefined }) {
  return <div class="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
}
