import { SavedElsewhere as SavedElsewhere_434400f23b23eb3122d594e7ba3adaac } from '../../../editorial/admin/conflicts/SavedElsewhere'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OpenBodyFeature as OpenBodyFeature_5f7de06fa12069a046d9edaaa6622866 } from '../../../editorial/admin/body/OpenBodyFeature'
import { CleanPasteFeature as CleanPasteFeature_cb4a9d7971ffdaff0053bb40505f8aff } from '../../../editorial/admin/paste/CleanPasteFeature'
import { PreflightPanel as PreflightPanel_aa934788e4e48aec2b7796fec6d9a28a } from '../../../editorial/admin/preflight/PreflightPanel'
import { ReviewPanel as ReviewPanel_09e1ad0ed884c12c812f1c592e07f07d } from '../../../editorial/admin/review/ReviewPanel'
import { LinksPanel as LinksPanel_0218e072d70f8a5b02423408978c30d5 } from '../../../editorial/admin/links/LinksPanel'
import { PlainLanguagePanel as PlainLanguagePanel_b65ee586c2100a2f84fa873295c331e4 } from '../../../editorial/admin/plainLanguage/PlainLanguagePanel'
import { TranslationHint as TranslationHint_0325d1f3aaaf79c2037afb017b09fac6 } from '../../../editorial/admin/translation/TranslationHint'
import { ImportLink as ImportLink_2e4cebbdc20c04163642fbc12e62ccf5 } from '../../../editorial/admin/importing/ImportLink'
import { SaveLateChanges as SaveLateChanges_7069861c37ad64c1cdb479d2a2faac0d } from '../../../editorial/admin/SaveLateChanges'
import { ShareDraft as ShareDraft_7b32b30e088929ca13e5c3c4bc354198 } from '../../../editorial/admin/preview/ShareDraft'
import { PublishButton as PublishButton_b5afe89c5f98e45dea83b0bb17eaea3e } from '../../../editorial/admin/preflight/PublishButton'
import { HistoryView as HistoryView_50254a5550a6a1dd22f4e72c5caaaf41 } from '../../../editorial/admin/audit/HistoryView'
import { TranslationView as TranslationView_63da1d269baa4a14776932651feeec48 } from '../../../editorial/admin/translation/TranslationView'
import { TryTerms as TryTerms_36b5daea73585c80f571e966a86df3d9 } from '../../../editorial/admin/vocabularyDesk/TryTerms'
import { FilesLink as FilesLink_cad4ec16f2ddfe1c589b09d8f5f08ef1 } from '../../../editorial/admin/vocabularyDesk/FilesLink'
import { MentionsView as MentionsView_1ac427f1944264c8ac8964cb2e44a689 } from '../../../editorial/admin/vocabularyDesk/MentionsView'
import { MergeView as MergeView_285953fde3c881e06a8dacb751d870ef } from '../../../editorial/admin/vocabularyDesk/MergeView'
import { TwoFactorPanel as TwoFactorPanel_b7bd1c024ae8827094296bc423e6b24e } from '../../../editorial/admin/twoFactor/TwoFactorPanel'
import { ExportLink as ExportLink_a0671b62612db82cfb7d2cd61023a59c } from '../../../editorial/admin/audit/ExportLink'
import { ResendButton as ResendButton_47237a8fcbb1a6d8d79321667cbe59e5 } from '../../../publishing/admin/ResendButton'
import { ImportNavLink as ImportNavLink_a86cea6a5c6665170343c8c3a148c13a } from '../../../editorial/admin/importing/ImportNavLink'
import { Dashboard as Dashboard_953767370906086ecb96ecdfbb46683c } from '../../../editorial/admin/dashboard/Dashboard'
import { LoginView as LoginView_669b2e0364b5cfd23cb618bf81c6b960 } from '../../../editorial/admin/twoFactor/LoginView'
import { UnauthorizedView as UnauthorizedView_c6730f9209a25e6955cc9b92290f5e8e } from '../../../editorial/admin/twoFactor/UnauthorizedView'
import { DeskList as DeskList_ee130f8733e00e41cf4a95b877680681 } from '../../../editorial/admin/dashboard/DeskList'
import { ImportView as ImportView_bdf0d8169272eedabcb7e1f307ffefa2 } from '../../../editorial/admin/importing/ImportView'
import { VocabularyView as VocabularyView_aad8c14cbd3574682fa8ae9220bb2442 } from '../../../editorial/admin/vocabularyDesk/VocabularyView'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/editorial/admin/conflicts/SavedElsewhere#SavedElsewhere": SavedElsewhere_434400f23b23eb3122d594e7ba3adaac,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/editorial/admin/body/OpenBodyFeature#OpenBodyFeature": OpenBodyFeature_5f7de06fa12069a046d9edaaa6622866,
  "/editorial/admin/paste/CleanPasteFeature#CleanPasteFeature": CleanPasteFeature_cb4a9d7971ffdaff0053bb40505f8aff,
  "/editorial/admin/preflight/PreflightPanel#PreflightPanel": PreflightPanel_aa934788e4e48aec2b7796fec6d9a28a,
  "/editorial/admin/review/ReviewPanel#ReviewPanel": ReviewPanel_09e1ad0ed884c12c812f1c592e07f07d,
  "/editorial/admin/links/LinksPanel#LinksPanel": LinksPanel_0218e072d70f8a5b02423408978c30d5,
  "/editorial/admin/plainLanguage/PlainLanguagePanel#PlainLanguagePanel": PlainLanguagePanel_b65ee586c2100a2f84fa873295c331e4,
  "/editorial/admin/translation/TranslationHint#TranslationHint": TranslationHint_0325d1f3aaaf79c2037afb017b09fac6,
  "/editorial/admin/importing/ImportLink#ImportLink": ImportLink_2e4cebbdc20c04163642fbc12e62ccf5,
  "/editorial/admin/SaveLateChanges#SaveLateChanges": SaveLateChanges_7069861c37ad64c1cdb479d2a2faac0d,
  "/editorial/admin/preview/ShareDraft#ShareDraft": ShareDraft_7b32b30e088929ca13e5c3c4bc354198,
  "/editorial/admin/preflight/PublishButton#PublishButton": PublishButton_b5afe89c5f98e45dea83b0bb17eaea3e,
  "/editorial/admin/audit/HistoryView#HistoryView": HistoryView_50254a5550a6a1dd22f4e72c5caaaf41,
  "/editorial/admin/translation/TranslationView#TranslationView": TranslationView_63da1d269baa4a14776932651feeec48,
  "/editorial/admin/vocabularyDesk/TryTerms#TryTerms": TryTerms_36b5daea73585c80f571e966a86df3d9,
  "/editorial/admin/vocabularyDesk/FilesLink#FilesLink": FilesLink_cad4ec16f2ddfe1c589b09d8f5f08ef1,
  "/editorial/admin/vocabularyDesk/MentionsView#MentionsView": MentionsView_1ac427f1944264c8ac8964cb2e44a689,
  "/editorial/admin/vocabularyDesk/MergeView#MergeView": MergeView_285953fde3c881e06a8dacb751d870ef,
  "/editorial/admin/twoFactor/TwoFactorPanel#TwoFactorPanel": TwoFactorPanel_b7bd1c024ae8827094296bc423e6b24e,
  "/editorial/admin/audit/ExportLink#ExportLink": ExportLink_a0671b62612db82cfb7d2cd61023a59c,
  "/publishing/admin/ResendButton#ResendButton": ResendButton_47237a8fcbb1a6d8d79321667cbe59e5,
  "/editorial/admin/importing/ImportNavLink#ImportNavLink": ImportNavLink_a86cea6a5c6665170343c8c3a148c13a,
  "/editorial/admin/dashboard/Dashboard#Dashboard": Dashboard_953767370906086ecb96ecdfbb46683c,
  "/editorial/admin/twoFactor/LoginView#LoginView": LoginView_669b2e0364b5cfd23cb618bf81c6b960,
  "/editorial/admin/twoFactor/UnauthorizedView#UnauthorizedView": UnauthorizedView_c6730f9209a25e6955cc9b92290f5e8e,
  "/editorial/admin/dashboard/DeskList#DeskList": DeskList_ee130f8733e00e41cf4a95b877680681,
  "/editorial/admin/importing/ImportView#ImportView": ImportView_bdf0d8169272eedabcb7e1f307ffefa2,
  "/editorial/admin/vocabularyDesk/VocabularyView#VocabularyView": VocabularyView_aad8c14cbd3574682fa8ae9220bb2442,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
