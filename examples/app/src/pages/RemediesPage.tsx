import { Letters } from '../parts/Letters'
import { Title } from '../parts/Title'
import type { PageProps } from './PageProps'

export function RemediesPage({ route: { locale }, words, copy: { catalog } }: PageProps) {
  return (
    <>
      <Title text={words.relief} words={words} />
      {catalog && <Letters locale={locale} type="remedies" entries={catalog.remedies} />}
    </>
  )
}
