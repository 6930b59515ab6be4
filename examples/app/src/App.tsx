import { useCopy } from './copy/useCopy'
import { ArticlePage } from './pages/ArticlePage'
import { ArticlesPage } from './pages/ArticlesPage'
import { ClinicPage } from './pages/ClinicPage'
import { ClinicsPage } from './pages/ClinicsPage'
import { DevicePage } from './pages/DevicePage'
import { HomePage } from './pages/HomePage'
import { NoticesPage } from './pages/NoticesPage'
import type { PageProps } from './pages/PageProps'
import { RemediesPage } from './pages/RemediesPage'
import { RemedyPage } from './pages/RemedyPage'
import { SearchPage } from './pages/SearchPage'
import { SymptomPage } from './pages/SymptomPage'
import { SymptomsPage } from './pages/SymptomsPage'
import { Header } from './parts/Header'
import { Menu } from './parts/Menu'
import { SyncNote } from './parts/SyncNote'
import { useRoute } from './useRoute'
import { words as allWords } from './words'

export function App() {
  const route = useRoute()
  const { locale } = route
  const copy = useCopy(locale)
  const words = allWords[locale]
  document.documentElement.lang = locale
  const Page = pageOf(route)
  return (
    <>
      <button type="button" class="skip" onClick={skip}>
        {words.skip}
      </button>
      <Header route={route} words={words} />
      <main id="content" tabIndex={-1}>
        <SyncNote route={route} words={words} copy={copy} />
        <Page key={`${locale}/${route.page}/${route.slug ?? ''}`} route={route} words={words} copy={copy} />
      </main>
      <footer>
        <p>
          <strong>{words.emergency}</strong>
        </p>
        <p>{words.advice}</p>
      </footer>
      <Menu route={route} words={words} />
    </>
  )
}

/** No link: the address of a page stands where a place on a page usually does. */
const skip = (): void => document.getElementById('content')?.focus()

function pageOf({ page, slug }: PageProps['route']): (props: PageProps) => preact.JSX.Element | null {
  switch (page) {
    case 'articles':
      return slug ? ArticlePage : ArticlesPage
    case 'symptoms':
      return slug ? SymptomPage : SymptomsPage
    case 'remedies':
      return slug ? RemedyPage : RemediesPage
    case 'clinics':
      return slug ? ClinicPage : ClinicsPage
    case 'search':
      return SearchPage
    case 'notices':
      return NoticesPage
    case 'device':
      return DevicePage
    default:
      return HomePage
  }
}
