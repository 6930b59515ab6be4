'use client'

import { Pill, Table } from '@payloadcms/ui'
import type { Column } from 'payload'
import type { ReactNode } from 'react'
import type { Outcome, PlannedRow } from '../../vocabularyDesk/exchange/planImport'

const mostShown = 500
const order: Outcome[] = ['refused', 'changed', 'created', 'unchanged']
const styles = { refused: 'error', changed: 'warning', created: 'success', unchanged: 'light' } as const

/** What becomes of each row of a file: first what needs somebody's eye. */
export function ImportTable({ rows }: { rows: PlannedRow[] }) {
  const sorted = [...rows].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || a.row - b.row)
  const shown = sorted.slice(0, mostShown)
  const column = (accessor: string, heading: string, cell: (row: PlannedRow) => ReactNode): Column => ({
    accessor,
    active: true,
    field: { name: accessor, type: 'text' },
    Heading: heading,
    renderedCells: shown.map(cell),
  })
  return (
    <>
      <Table
        appearance="condensed"
        columns={[
          column('row', 'Row', ({ row }) => row),
          column('label', 'Entry', ({ label, kind }) => (kind ? `${label} (${kind})` : label)),
          column('outcome', 'Outcome', ({ outcome }) => (
            <Pill pillStyle={styles[outcome]} size="small">
              {outcome}
            </Pill>
          )),
          column('why', 'Why', ({ outcome, changes, reasons }) =>
            outcome === 'refused' ? reasons.join(' ') : outcome === 'changed' ? changes.join(', ') : '',
          ),
        ]}
        data={shown.map(({ row }) => ({ id: row }))}
      />
      {rows.length > shown.length && <p className="saphena-desk__quiet">and {rows.length - shown.length} more rows.</p>}
    </>
  )
}
