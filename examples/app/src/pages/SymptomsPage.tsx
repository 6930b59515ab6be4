import { Letters } from '../parts/Letters'
import { Title } from '../parts/Title'
import type { PageProps } from './PageProps'

export function SymptomsPage({ route: { locale }, words, copy: { catalog } }: PageProps) {
  return (
    <>
      <Title text={words.allSymptoms} words={words} />
      {catalog && <Letters locale={locale} type="symptoms" entries={catalog.symptoms} />}
    </>
  )
}
