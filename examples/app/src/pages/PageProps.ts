import type { Copy } from '../copy/useCopy'
import type { Route } from '../route'
import type { Words } from '../words'

export interface PageProps {
  route: Route
  words: Words
  copy: Copy
}
