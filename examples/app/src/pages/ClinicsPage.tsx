import { CallLink } from '../parts/CallLink'
import { Title } from '../parts/Title'
import { pathTo } from '../route'
import type { PageProps } from './PageProps'

export function ClinicsPage({ route: { locale }, words, copy: { catalog } }: PageProps) {
  return (
    <>
      <Title text={words.clinics} words={words} />
      <ul class="clinics">
        {(catalog?.clinics ?? []).map(({ id, slug, name, address, phone }) => (
          <li key={id}>
            <h2>
              <a href={pathTo(locale, 'clinics', slug)}>{name}</a>
            </h2>
            <p>{[address.street, address.city, address.region].filter(Boolean).join(', ')}</p>
            {phone && <CallLink words={words} phone={phone} />}
          </li>
        ))}
      </ul>
    </>
  )
}
