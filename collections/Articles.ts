import type { CollectionConfig } from 'payload'
import { clinicalContent, computedField, staffField } from '../src/access/rules'
import { bodyEditor } from '../src/editorial/bodyEditor'
import { checkDoi, checkPmid, checkUrl } from '../src/editorial/checkReference'
import { deriveFromBody } from '../src/editorial/deriveFromBody'
import { noteFirstPublication } from '../src/editorial/noteFirstPublication'
import { forgetReviews } from '../src/editorial/review/forgetReviews'
import { reviewArticle } from '../src/editorial/review/reviewArticle'
import { setReviewDates } from '../src/editorial/review/setReviewDates'
import { noteWriting } from '../src/editorial/review/writing'
import { historyTab } from './fields/historyTab'
import { id } from './fields/id'
import { panel } from './fields/panel'
import { drafts, publication } from './fields/publication'
import { recall } from './fields/recall'
import { slug } from './fields/slug'
import { urgency } from './fields/urgency'
import { versionKey } from './fields/versionKey'
import { writing } from './fields/writing'

/** A form holds a list as it was when the form was opened; of the links that changed meanwhile it would say what nobody said. */
const shownOnly = { readOnly: true, disableBulkEdit: true }

/** An article for patients. Its links to symptoms, remedies and clinics are found in its words and kept in step on every save. */
export const Articles: CollectionConfig = {
  slug: 'articles',
  labels: { singular: 'Article', plural: 'Articles' },
  graphQL: { singularName: 'Article', pluralName: 'Articles' },
  access: clinicalContent,
  trash: true,
  versions: drafts,
  defaultPopulate: { slug: true, title: true, updatedAt: true },
  defaultSort: '-updatedAt',
  admin: {
    useAsTitle: 'title',
    group: 'Content',
    defaultColumns: ['title', '_status', 'reviewer', 'nextReviewDue', 'updatedAt'],
    listSearchableFields: ['title', 'slug', 'summary'],
    components: {
      beforeListTable: ['/editorial/admin/importing/ImportLink#ImportLink'],
      views: historyTab,
      edit: {
        beforeDocumentControls: ['/editorial/admin/preview/ShareDraft#ShareDraft'],
        PublishButton: '/editorial/admin/preflight/PublishButton#PublishButton',
      },
    },
  },
  hooks: {
    beforeChange: [deriveFromBody, noteFirstPublication, noteWriting, setReviewDates],
    beforeDelete: [forgetReviews],
  },
  endpoints: reviewArticle,
  fields: [
    id,
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Article',
          fields: [
            { name: 'title', type: 'text', required: true, localized: true, maxLength: 200 },
            {
              name: 'summary',
              type: 'textarea',
              localized: true,
              maxLength: 500,
              admin: {
                description: 'Two or three plain sentences: what this is about and whom it helps.',
              },
            },
            { name: 'hero', label: 'Picture', type: 'upload', relationTo: 'media' },
            { name: 'body', type: 'richText', localized: true, required: true, editor: bodyEditor },
            {
              name: 'keyPoints',
              type: 'text',
              hasMany: true,
              localized: true,
              maxLength: 300,
              maxRows: 12,
              admin: {
                description: 'What a reader should remember, one sentence each.',
                placeholder: 'Write a sentence and press Enter',
              },
            },
            {
              name: 'seekCare',
              label: 'When to seek care',
              type: 'group',
              fields: [
                urgency,
                {
                  name: 'text',
                  type: 'textarea',
                  localized: true,
                  admin: { description: 'Say what to look for and whom to call.' },
                },
              ],
            },
          ],
        },
        {
          label: 'Links',
          description:
            'Found in the words of the article when it is saved. The panel beside the article says where each stands and why; what you add or take away there stays so.',
          fields: [
            {
              name: 'symptoms',
              type: 'relationship',
              relationTo: 'symptoms',
              hasMany: true,
              maxRows: 500,
              admin: shownOnly,
            },
            {
              name: 'remedies',
              type: 'relationship',
              relationTo: 'remedies',
              hasMany: true,
              maxRows: 500,
              admin: shownOnly,
            },
            {
              name: 'clinics',
              type: 'relationship',
              relationTo: 'clinics',
              hasMany: true,
              maxRows: 500,
              admin: {
                ...shownOnly,
                description:
                  'A clinic that the text names is linked; one in a city that it names waits as a suggestion.',
              },
            },
            // One JSON value and not rows: hundreds of mentions save and version as fast as one. Read and decided on in `linksPanel`.
            { name: 'mentions', type: 'json', localized: true, access: staffField, admin: { hidden: true } },
            { name: 'linkDecisions', type: 'json', access: staffField, admin: { hidden: true } },
          ],
        },
        {
          label: 'Evidence and review',
          fields: [
            {
              name: 'references',
              type: 'array',
              maxRows: 100,
              fields: [
                { name: 'citation', type: 'textarea', required: true },
                { name: 'url', label: 'URL', type: 'text', validate: checkUrl },
                {
                  type: 'row',
                  fields: [
                    { name: 'doi', label: 'DOI', type: 'text', validate: checkDoi },
                    { name: 'pmid', label: 'PubMed id', type: 'text', validate: checkPmid },
                  ],
                },
              ],
            },
            {
              type: 'row',
              fields: [
                { name: 'author', type: 'relationship', relationTo: 'users', access: staffField },
                {
                  name: 'reviewer',
                  label: 'Medical reviewer',
                  type: 'relationship',
                  relationTo: 'users',
                  access: staffField,
                },
              ],
            },
            {
              name: 'byline',
              type: 'group',
              admin: { description: 'The names that readers see.' },
              fields: [
                {
                  type: 'row',
                  fields: [
                    { name: 'author', type: 'text' },
                    { name: 'reviewer', type: 'text' },
                  ],
                },
              ],
            },
            {
              type: 'row',
              fields: [
                { name: 'reviewedOn', type: 'date', index: true, admin: { date: { pickerAppearance: 'dayOnly' } } },
                { name: 'nextReviewDue', type: 'date', index: true, admin: { date: { pickerAppearance: 'dayOnly' } } },
              ],
            },
            recall,
            {
              type: 'row',
              fields: [
                { name: 'license', type: 'text', admin: { description: 'Such as CC BY 4.0.' } },
                {
                  name: 'attribution',
                  type: 'text',
                  admin: { description: 'Whom to name when this text is used elsewhere.' },
                },
              ],
            },
          ],
        },
        {
          label: 'Search engines',
          fields: [
            {
              name: 'seo',
              type: 'group',
              label: false,
              fields: [
                { name: 'title', type: 'text', localized: true, maxLength: 120 },
                { name: 'description', type: 'textarea', localized: true, maxLength: 320 },
              ],
            },
          ],
        },
      ],
    },
    panel('preflight', '/editorial/admin/preflight/PreflightPanel#PreflightPanel'),
    panel('review', '/editorial/admin/review/ReviewPanel#ReviewPanel'),
    panel('linksPanel', '/editorial/admin/links/LinksPanel#LinksPanel'),
    panel('plainLanguage', '/editorial/admin/plainLanguage/PlainLanguagePanel#PlainLanguagePanel'),
    slug('title'),
    {
      name: 'firstPublished',
      type: 'date',
      access: computedField,
      admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data?.firstPublished) },
    },
    ...publication,
    versionKey,
    writing,
    {
      // One JSON value, as for the mentions; readers get it, and the server alone writes it.
      name: 'readability',
      type: 'json',
      localized: true,
      access: computedField,
      admin: { hidden: true },
    },
    {
      name: 'symptomCount',
      label: 'Number of symptoms',
      type: 'number',
      index: true,
      access: { read: staffField.read, ...computedField },
      // To filter and list by.
      admin: { condition: () => false, disableBulkEdit: true, position: 'sidebar' },
    },
    {
      name: 'editedBy',
      label: 'Last edited by',
      type: 'relationship',
      relationTo: 'users',
      access: { read: staffField.read, ...computedField },
      admin: { condition: () => false, disableBulkEdit: true, position: 'sidebar' },
    },
    {
      // Every picture that readers of this article see; `showMedia` publishes them with it.
      name: 'images',
      type: 'relationship',
      relationTo: 'media',
      hasMany: true,
      access: { read: staffField.read, ...computedField },
      admin: { hidden: true },
    },
    {
      name: 'origin',
      type: 'group',
      custom: { translated: false },
      access: staffField,
      admin: {
        hidden: true,
        description: 'Which file this came from, so that the same file changes nothing the second time.',
      },
      fields: [
        { name: 'source', type: 'text', index: true },
        { name: 'hash', type: 'text', localized: true },
      ],
    },
  ],
}
