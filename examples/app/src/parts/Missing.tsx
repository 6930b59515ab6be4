import { pathTo } from '../route'
import type { Locale, Words } from '../words'
import { Title } from './Title'

export function Missing({ locale, words }: { locale: Locale; words: Words }) {
  return (
    <>
      <Title text={words.lost} words={words} />
      <p>{words.lostWhy}</p>
      <p>
        <a class="button" href={pathTo(locale)}>
          {words.backHome}
        </a>
      </p>
    </>
  )
}
