import type { Documents } from '@saphena/client'
import { useEffect, useState } from 'preact/hooks'
import type { Collection } from '../route'
import type { Locale } from '../words'
import type { Catalog } from './catalog'
import { copy } from './copy'

/**
 * One document of the copy, by the slug that links name; read again when the catalog was.
 *
 * @returns undefined until it is read, null where it is not there
 */
export function useDocument<Type extends Collection>(
  locale: Locale,
  type: Type,
  slug: string,
  catalog: Catalog | undefined,
): Documents[Type] | null | undefined {
  const key = `${locale}/${type}/${slug}`
  const [found, setFound] = useState<{ key: string; document: Documents[Type] | null }>()
  // `catalog` is not read: another one means that something changed.
  useEffect(() => {
    let isLate = false
    void copy.find(locale, type, slug).then((document) => {
      if (!isLate) setFound({ key, document: document ?? null })
    })
    return () => {
      isLate = true
    }
  }, [key, catalog])
  return found?.key === key ? found.document : undefined
}
