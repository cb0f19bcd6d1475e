import { Link } from 'react-router'
import { vertegenwoordigerRollen } from '#core/dossier/inwoner.ts'
import type { Inwonerantwoord } from '#http/api/dossier/vormen.ts'
import { roepApi } from '../api/roep-api.ts'
import { geboren, relatiewoord } from '../dossier/woorden.ts'
import { schrijfDatum, schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { BsnTonen } from '../onderdelen/BsnTonen.tsx'
import { Kerngegevens } from '../onderdelen/Kerngegevens.tsx'
import { geenBsnRedenen } from '#core/dossier/inwoner.ts'

/** De vaste kop: wie het is, wat bijzonder is in woorden, en het BSN gesluierd. */
export function Inwonerkop({ inwoner, vandaag, inTeam }: { inwoner: Inwonerantwoord; vandaag: string; inTeam: boolean }) {
  const { contact, overledenOp } = inwoner
  const vertegenwoordiger = contact?.vertegenwoordiger
  const rol = vertegenwoordiger && vertegenwoordigerRollen[vertegenwoordiger.rol as keyof typeof vertegenwoordigerRollen]
  return (
    <div className="md-inwonerkop">
      <p className="md-inwonerkop__vlaggen">
        {overledenOp && <Badge soort="let-op">Overleden op {schrijfDatum(overledenOp)}</Badge>}
        {inwoner.geheimAdres && <Badge soort="let-op">Geheim adres: zeg het tegen niemand</Badge>}
        {vertegenwoordiger && (
          <Badge soort="info">
            {rol ?? 'Vertegenwoordiger'}: {vertegenwoordiger.naam}
          </Badge>
        )}
        {(inTeam || inwoner.relatie !== 'gemeente') && (
          <Badge soort={inwoner.relatie === 'nood' ? 'let-op' : 'gewoon'}>
            {relatiewoord(inwoner.relatie, inwoner.team !== null)}
            {inwoner.noodTot && ` tot ${schrijfTijdstip(inwoner.noodTot)}`}
          </Badge>
        )}
        {inwoner.noodTot && <Link to="/werk/noodtoegang">Noodtoegang stoppen</Link>}
      </p>
      <Kerngegevens
        gegevens={[
          { naam: 'Geboren', waarde: geboren(inwoner.geboortedatum, vandaag, overledenOp) },
          { naam: 'Woonplaats', waarde: inwoner.woonplaats },
          { naam: 'Team', waarde: inwoner.team?.naam ?? null },
          { naam: 'BSN', waarde: <Bsn inwoner={inwoner} /> },
        ]}
      />
    </div>
  )
}

function Bsn({ inwoner }: { inwoner: Inwonerantwoord }) {
  const { aanwezig, geenReden } = inwoner.bsn
  if (!aanwezig) return geenBsnRedenen[geenReden as keyof typeof geenBsnRedenen] ?? null
  if (!inwoner.mag.bsnTonen) return <span>Bekend, niet voor u te zien</span>
  // Wie de inwoner helpt, of diens team, heeft het nummer in het werk nodig; een ander zegt waarvoor.
  const zonderReden = inwoner.relatie === 'eigen' || inwoner.relatie === 'team'
  return <BsnTonen toon={(reden) => haalBsn(inwoner.id, reden)} {...(!zonderReden && { vraag: 'Waarvoor hebt u het BSN nodig?' })} />
}

const haalBsn = async (id: string, reden: string | null): Promise<string> =>
  (await roepApi<{ bsn: string }>('POST', `/inwoners/${id}/bsn-inzagen`, { lichaam: { reden } })).waarde.bsn
