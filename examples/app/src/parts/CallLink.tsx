import type { Words } from '../words'

export const CallLink = ({ words, phone }: { words: Words; phone: string }) => (
  <a class="button quiet" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
    {words.call(phone)}
  </a>
)
