import '../dossier/dossier.css'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { gebruikLijst } from '../api/gebruik-lijst.ts'
import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { nieuweSleutel } from '../api/nieuwe-sleutel.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { vervallen } from '../api/vraagclient.ts'
import { naamInKop } from '../dossier/woorden.ts'
import { naarKop } from '../kader/naar-kop.ts'
import { schrijfTijdstip, schrijfWanneer } from '../kader/schrijf-datum.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Bladeren } from '../onderdelen/Bladeren.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Laden } from '../onderdelen/Laden.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { Vinkje } from '../onderdelen/Vinkje.tsx'
import { Toezichttabs } from '../toezicht/ToezichtKader.tsx'
import type { Noodtoegang } from './antwoord.ts'
import { Werktabs } from './Werktabs.tsx'

/** Wie in nood een dossier opende, waarom, en of dat terecht was. */
export function NoodtoegangPagina() {
  const sessie = gebruikEigenSessie()
  const toezicht = heeftRol(sessie, 'teamleider', 'toezichthouder')
  const [alles, zetAlles] = useState(!toezicht)
  const lijst = gebruikLijst<Noodtoegang>('/noodtoegangen', {
    sleutel: sleutels.noodtoegangen(),
    filter: { onbeoordeeld: alles ? null : true },
    limiet: 25,
  })
  return (
    <Pagina
      titel="Noodtoegang"
      inleiding="Wie bij nood in een dossier moet zijn dat niet van het eigen team is, schrijft eerst op waarom. De toegang stopt na acht uur vanzelf, of eerder als u haar zelf stopt. Een teamleider beoordeelt haar achteraf."
      breed
    >
      {heeftRol(sessie, 'consulent', 'teamleider') ? <Werktabs /> : <Toezichttabs />}
      {toezicht && <Vinkje tekst="Ook wat al beoordeeld is" aangevinkt={alles} opWijzig={zetAlles} />}
      {lijst.probleem && <Probleemmelding probleem={lijst.probleem} opnieuw={lijst.opnieuw} />}
      {lijst.stand === 'laden' && <Laden wat="Noodtoegangen worden geladen" />}
      {lijst.stand === 'klaar' && lijst.items.length === 0 && (
        <Leeg titel={toezicht && !alles ? 'Er wacht niets op een oordeel.' : 'Er is geen noodtoegang gevraagd.'} />
      )}
      <ul className="md-noodlijst">
        {lijst.items.map((n) => (
          <Noodkaart key={n.id} nood={n} />
        ))}
      </ul>
      <Bladeren lijst={lijst} naam="Noodtoegang" />
    </Pagina>
  )
}

function Noodkaart({ nood }: { nood: Noodtoegang }) {
  const { beoordeling } = nood
  return (
    <li className="md-noodkaart">
      <p className="md-noodkaart__kop">
        <strong>{nood.medewerker.naam}</strong> bij <Link to={`/inwoners/${nood.inwoner.id}`}>{naamInKop(nood.inwoner.naam)}</Link>
        {nood.geldig ? (
          <Badge soort="let-op">Geldt tot {schrijfTijdstip(nood.tot)}</Badge>
        ) : (
          <Badge>{nood.gestopt ? `Gestopt ${schrijfWanneer(nood.tot)}` : 'Voorbij'}</Badge>
        )}
      </p>
      <p className="md-bijtekst">Gevraagd op {schrijfTijdstip(nood.van, '')}</p>
      <blockquote className="md-noodkaart__reden">{nood.reden}</blockquote>
      {beoordeling && (
        <p>
          <Badge soort={beoordeling.oordeel === 'terecht' ? 'goed' : 'fout'}>
            {beoordeling.oordeel === 'terecht' ? 'Terecht' : 'Onterecht'}
          </Badge>{' '}
          volgens {beoordeling.door ?? 'een collega'}, {schrijfTijdstip(beoordeling.op, '')}
          {beoordeling.toelichting && <>: {beoordeling.toelichting}</>}
        </p>
      )}
      {nood.magStoppen && <Stoppen nood={nood} />}
      {nood.magBeoordelen && <Beoordelen nood={nood} />}
    </li>
  )
}

/** Wie klaar is, hoeft niet te wachten tot de toegang vanzelf stopt. */
function Stoppen({ nood }: { nood: Noodtoegang }) {
  const client = useQueryClient()
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const stop = async () => {
    zetProbleem(null)
    try {
      await roepApi('POST', `/noodtoegangen/${nood.id}/stopverzoeken`, { idempotentie: nieuweSleutel() })
      toonToast({ tekst: 'Uw noodtoegang is gestopt.' })
      await vervallen(client, 'noodtoegangen', 'inwoner', 'zaken', 'zaak', 'werkvoorraad')
      naarKop()
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    }
  }
  return (
    <>
      {probleem && <Probleemmelding probleem={probleem} />}
      <p className="md-knoppen">
        <Knop opKlik={() => void stop()}>
          Noodtoegang nu stoppen<span className="md-onzichtbaar"> bij {naamInKop(nood.inwoner.naam)}</span>
        </Knop>
      </p>
    </>
  )
}

function Beoordelen({ nood }: { nood: Noodtoegang }) {
  const client = useQueryClient()
  const [toelichting, zetToelichting] = useState('')
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const beoordeel = async (oordeel: 'terecht' | 'onterecht') => {
    zetProbleem(null)
    try {
      await roepApi('PATCH', `/noodtoegangen/${nood.id}`, {
        lichaam: { oordeel, toelichting: toelichting.trim() || null },
        etag: `"v${nood.versie}"`,
      })
      toonToast({ tekst: `Beoordeeld als ${oordeel}.` })
      await vervallen(client, 'noodtoegangen')
      naarKop()
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    }
  }
  const veldfout = probleem?.fouten.find((f) => f.plaats === '/toelichting')?.tekst
  return (
    <div className="md-noodkaart__oordeel">
      <Tekstveld
        label="Toelichting"
        optioneel
        uitleg="Nodig als de toegang niet terecht was."
        waarde={toelichting}
        opWijzig={zetToelichting}
        fout={veldfout}
      />
      {probleem && !veldfout && <Probleemmelding probleem={probleem} />}
      <p className="md-knoppen">
        <Knop opKlik={() => void beoordeel('terecht')}>Terecht</Knop>
        <Knop opKlik={() => void beoordeel('onterecht')}>Onterecht</Knop>
      </p>
    </div>
  )
}
