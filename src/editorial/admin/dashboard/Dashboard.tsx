import { createLocalReq, type ServerProps } from 'payload'
import { isStaff } from '../../../access/roles'
import { readCharts } from '../../dashboard/charts'
import { readFigures } from '../../dashboard/figures'
import './dashboard.css'
import { FigureList } from './FigureList'
import { MonthChart } from './MonthChart'

/** The first page: what there is to do, and how it went month by month. Payload's own cards follow it. */
export async function Dashboard({ payload, user }: ServerProps) {
  if (!user || !isStaff(user)) return null
  const req = await createLocalReq({ user }, payload)
  const now = new Date()
  const [groups, charts] = await Promise.all([readFigures(req, now), readCharts(req, now)])
  return (
    <div className="saphena-dashboard">
      <h1 className="saphena-dashboard__title">Your desk</h1>
      {groups.map(({ title, figures }) => (
        <FigureList figures={figures} key={title} title={title} />
      ))}
      <div className="saphena-dashboard__charts">
        {charts.map((chart) => (
          <MonthChart chart={chart} key={chart.name} />
        ))}
      </div>
    </div>
  )
}
