import type { CollectionConfig } from 'payload'
import { Articles } from '../../collections/Articles'
import { Audit } from '../../collections/Audit'
import { Clinics } from '../../collections/Clinics'
import { CompletedReviews } from '../../collections/CompletedReviews'
import { DraftShares } from '../../collections/DraftShares'
import { Jargon } from '../../collections/Jargon'
import { Media } from '../../collections/Media'
import { Redirects } from '../../collections/Redirects'
import { ReferenceChecks } from '../../collections/ReferenceChecks'
import { Remedies } from '../../collections/Remedies'
import { ReviewChecklists } from '../../collections/ReviewChecklists'
import { ReviewComments } from '../../collections/ReviewComments'
import { ReviewReminders } from '../../collections/ReviewReminders'
import { Reviews } from '../../collections/Reviews'
import { SecondFactors } from '../../collections/SecondFactors'
import { Symptoms } from '../../collections/Symptoms'
import { Users } from '../../collections/Users'
import { WebhookDeliveries } from '../../collections/WebhookDeliveries'
import { Webhooks } from '../../collections/Webhooks'
import { createInOneLocale } from '../access/createInOneLocale'
import { publicQuery } from '../access/publicQuery'
import { withSessionCookie } from '../accounts/login/sessionCookie'
import { refusePartialBulk } from '../database/refusePartialBulk'
import { auditChanges } from '../editorial/audit/auditChanges'
import { auditShares } from '../editorial/audit/auditShares'
import { auditUsers } from '../editorial/audit/auditUsers'
import { keepCompletedReview, noteReviewDates } from '../editorial/dashboard/completedReviews'
import { noteEditor } from '../editorial/dashboard/noteEditor'
import { dropStems, indexStems } from '../editorial/indexStems'
import { noteTermsBeforeChange, noteTermsBeforeDelete, relinkOnChange, relinkOnDelete } from '../editorial/relink'
import { hideMedia, showMedia } from '../editorial/showMedia'
import type { Settings } from '../env/readSettings'
import { withMediaFolder } from '../media/mediaStore'
import { removeFailedUpload } from '../media/removeFailedUpload'
import { logChanges } from '../publishing/logChanges'
import { published } from './published'
import { readable } from './readable'
import { withHooks } from './withHooks'

/** The content model, each collection with what is attached to it from outside. */
export const collections = ({ serverUrl, dataDir }: Pick<Settings, 'serverUrl' | 'dataDir'>): CollectionConfig[] =>
  [
    audited(
      withHooks(published(Articles), {
        beforeChange: [noteEditor, noteReviewDates],
        afterChange: [showMedia, indexStems, keepCompletedReview],
        afterDelete: [hideMedia, dropStems],
      }),
    ),
    audited(vocabulary(Symptoms)),
    audited(vocabulary(Remedies)),
    audited(vocabulary(Clinics)),
    audited(withHooks(withHooks(readable(withMediaFolder(Media, dataDir)), logChanges), removeFailedUpload)),
    withHooks(readable(Redirects), logChanges),
    internal(Jargon),
    internal(Reviews),
    internal(ReviewComments),
    internal(ReviewChecklists),
    internal(ReviewReminders),
    internal(CompletedReviews),
    internal(ReferenceChecks),
    internal(withSessionCookie(withHooks(Users, auditUsers), serverUrl)),
    SecondFactors,
    internal(Audit),
    internal(audited(Webhooks)),
    internal(WebhookDeliveries),
    internal(withHooks(DraftShares, auditShares)),
  ].map((collection) =>
    withHooks(collection, { beforeOperation: [createInOneLocale], afterOperation: [refusePartialBulk] }),
  )

/** Whose changes are told in the audit, behind all other hooks, since it says what they came to. */
const audited = (collection: CollectionConfig): CollectionConfig => withHooks(collection, auditChanges)

/** What staff alone read, in pages of bounded length. */
const internal = (collection: CollectionConfig): CollectionConfig =>
  withHooks(collection, { beforeOperation: [publicQuery] })

/** What articles are linked to: they are looked at again when it changes what it is called. */
const vocabulary = (collection: CollectionConfig): CollectionConfig =>
  withHooks(published(collection), {
    beforeChange: [noteTermsBeforeChange],
    beforeDelete: [noteTermsBeforeDelete],
    afterChange: [relinkOnChange],
    afterDelete: [relinkOnDelete],
  })
