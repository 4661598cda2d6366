import { SITES } from '../utils/sites'

const line = ({ name, proof, held }: (typeof SITES)[number]) => `| ${name} | ${proof} | ${held} |`
const sorted = [...SITES].sort((a, b) => a.proof.localeCompare(b.proof) || a.name.localeCompare(b.name))

/** The README's table of sites: the proven ones first, each with the day on which it held. */
export const sitesTable = (): string =>
  ['| site | | held on |', '| --- | --- | --- |', ...sorted.map(line)].join('\n')
