'use client'

import { Button, CheckboxInput, ConfirmationModal, SetStepNav, useConfig, useModal } from '@payloadcms/ui'
import './desk.css'
import { ImportTable } from './ImportTable'
import { useImportFile } from './useImportFile'

const modalSlug = 'saphena-vocabulary-import'

/** Export and import of all symptoms and remedies: a file is looked through first, and applied when somebody says so. */
export function VocabularyFiles({ mayPublish }: { mayPublish: boolean }) {
  const { config } = useConfig()
  const { openModal } = useModal()
  const address = `${config.routes.api}/vocabulary`
  const { result, message, working, publish, todo, choose, choosePublish, apply } = useImportFile(`${address}/import`)

  return (
    <div className="saphena-desk saphena-desk--wide saphena-files">
      <SetStepNav nav={[{ label: 'Vocabulary as a file' }]} />
      <h1>Vocabulary as a file</h1>
      <h2>Export</h2>
      <p>All symptoms and remedies, in all languages: for a spreadsheet, or for another Saphena.</p>
      <div className="saphena-desk__row">
        <Button buttonStyle="secondary" el="anchor" url={`${address}/export?format=csv`}>
          Export as CSV
        </Button>
        <Button buttonStyle="secondary" el="anchor" url={`${address}/export?format=json`}>
          Export as JSON
        </Button>
      </div>
      <h2>Import</h2>
      <p>
        A CSV or JSON file with the columns of the export. An entry is known again by its id, its address or its name;
        columns that the file does not have are left as they are. Nothing is changed before you have seen what would be.
      </p>
      <div className="saphena-desk__file">
        <label htmlFor="saphena-vocabulary-file">File (CSV or JSON, UTF-8)</label>
        <input
          id="saphena-vocabulary-file"
          type="file"
          accept=".csv,.json,text/csv,application/json"
          onChange={(event) => choose(event.target.files?.[0])}
        />
      </div>
      {mayPublish ? (
        <CheckboxInput
          id="saphena-vocabulary-publish"
          name="publish"
          checked={publish}
          label="Publish at once what the file does not call a draft"
          onToggle={(event) => choosePublish(event.target.checked)}
        />
      ) : (
        <p className="saphena-desk__quiet">What you import are drafts; a reviewer publishes them.</p>
      )}
      <p aria-live="polite">{message}</p>
      {result && <ImportTable rows={result.rows} />}
      {todo > 0 && (
        <div className="saphena-desk__row">
          <Button disabled={working} onClick={() => openModal(modalSlug)}>
            {`Apply ${todo} ${todo === 1 ? 'row' : 'rows'}`}
          </Button>
        </div>
      )}
      <ConfirmationModal
        modalSlug={modalSlug}
        heading={publish ? 'Publish this file?' : 'Make drafts of this file?'}
        body={
          publish
            ? 'Readers get these words at once, and the articles that hold them are linked again.'
            : 'Readers see nothing of it until the drafts are published.'
        }
        confirmLabel="Apply"
        confirmingLabel="Applying …"
        onConfirm={apply}
      />
    </div>
  )
}
