import { openPage } from '../../components/own-page'
import { ReportPage } from '../../components/report/report'

void openPage('report.title', <ReportPage />)
