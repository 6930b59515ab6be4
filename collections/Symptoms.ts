import type { CollectionConfig } from 'payload'
import { clinicalContent } from '../src/access/rules'
import { noteRestoredVersion, refuseTakenTerms } from '../src/editorial/vocabularyDesk/refuseTakenTerms'
import { bodySites } from './fields/bodySites'
import { codes } from './fields/codes'
import { id } from './fields/id'
import { drafts, publication } from './fields/publication'
import { slug } from './fields/slug'
import { entryName, terms } from './fields/terms'
import { urgency } from './fields/urgency'
import { tryTerms, vocabularyAdmin } from './fields/vocabularyAdmin'

/** Something that a patient feels or sees. Its name and synonyms are the words by which articles are linked to it. */
export const Symptoms: CollectionConfig = {
  slug: 'symptoms',
  labels: { singular: 'Symptom', plural: 'Symptoms' },
  graphQL: { singularName: 'Symptom', pluralName: 'Symptoms' },
  access: clinicalContent,
  trash: true,
  versions: drafts,
  defaultPopulate: { slug: true, name: true, updatedAt: true },
  defaultSort: 'name',
  admin: {
    useAsTitle: 'name',
    group: 'Vocabulary',
    defaultColumns: ['name', 'synonyms', 'urgency', '_status'],
    listSearchableFields: ['name', 'slug', 'synonyms'],
    components: vocabularyAdmin,
  },
  hooks: { beforeOperation: [noteRestoredVersion], beforeChange: [refuseTakenTerms] },
  fields: [
    id,
    entryName,
    ...terms,
    tryTerms,
    { name: 'description', type: 'textarea', localized: true },
    { name: 'bodySites', type: 'select', hasMany: true, options: bodySites },
    urgency,
    {
      name: 'redFlags',
      type: 'text',
      hasMany: true,
      localized: true,
      maxLength: 300,
      maxRows: 30,
      admin: { description: 'Signs that need help at once, one sentence each.' },
    },
    codes,
    { name: 'relievedBy', type: 'relationship', relationTo: 'remedies', hasMany: true, maxRows: 200 },
    {
      name: 'articles',
      type: 'join',
      collection: 'articles',
      on: 'symptoms',
      defaultLimit: 10,
      defaultSort: '-updatedAt',
    },
    slug('name'),
    ...publication,
  ],
}
