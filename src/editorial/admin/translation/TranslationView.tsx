import { Gutter } from '@payloadcms/ui'
import type { CollectionSlug, DocumentViewServerProps } from 'payload'
import { isStaff } from '../../../access/roles'
import { readSideBySide } from '../../translation/sideBySide'
import { defaultLocaleOf, localesOf } from '../../vocabulary'
import { ChooseLanguage } from './ChooseLanguage'
import { TranslationForm } from './TranslationForm'
import './translation.css'

/** A document in two languages: the source to be read, and beside each of its fields the translation to be written. */
export async function TranslationView({ doc, initPageResult }: DocumentViewServerProps) {
  const { collectionConfig, locale, req } = initPageResult
  if (!collectionConfig || !isStaff(req.user)) return null
  const source = defaultLocaleOf(req.payload)
  const languages = localesOf(req.payload).filter((code) => code !== source)
  const asked = locale?.code ?? source
  if (!languages.includes(asked))
    return (
      <Gutter>
        <ChooseLanguage languages={languages} source={source} translation={doc.translation} />
      </Gutter>
    )
  const sideBySide = await readSideBySide(collectionConfig.slug as CollectionSlug, String(doc.id), asked, req)
  return sideBySide ? <TranslationForm sideBySide={sideBySide} /> : null
}
