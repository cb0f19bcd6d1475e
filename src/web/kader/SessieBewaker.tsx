import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { neemAan, vraagSessie } from '../api/gebruik-sessie.ts'
import type { Sessie } from '../api/sessie.ts'
import { aanmelding, gebruikAanmelding, meldVerloren, onthoudSessie } from '../api/sessiestand.ts'
import { sleutels } from '../api/sleutels.ts'
import { luisterNaarAnderen, vertelAnderen } from '../api/tabbladen.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { weerAangemeld } from './adressen.ts'
import { Aanmeldkeuze } from './Aanmeldkeuze.tsx'

/**
 * Let op of de sessie er nog is. Ging zij verloren, dan komt er een venster over het scherm waarin u zich opnieuw aanmeldt; wat u
 * invulde blijft eronder staan. Het venster dekt het scherm af: er kunnen gegevens van een inwoner op staan en u bent misschien weg.
 */
export function SessieBewaker() {
  const client = useQueryClient()
  const stand = gebruikAanmelding()
  const [ander, zetAnder] = useState<Sessie | null>(null)
  const venster = useRef<HTMLDialogElement>(null)
  const open = stand.stand === 'verloren' || ander !== null

  const kijk = useCallback(async () => {
    const was = aanmelding()
    if (was.stand !== 'er' && was.stand !== 'verloren') return
    const nu = await vraagSessie().catch(() => null)
    if (!nu) return
    if (nu.medewerker.id !== was.medewerker || nu.gemeente.code !== was.gemeente) return zetAnder(nu)
    zetAnder(null)
    neemAan(nu)
    onthoudSessie(nu)
    client.setQueryData(sleutels.sessie(), nu)
    if (was.stand !== 'verloren') return
    toonToast({ tekst: 'U bent weer aangemeld. Wat u invulde, staat er nog.' })
    await client.invalidateQueries({ predicate: (q) => q.queryKey[0] !== sleutels.sessie()[0] })
  }, [client])

  useEffect(() => luisterNaarAnderen((bericht) => (bericht === 'afgemeld' ? meldVerloren() : void kijk())), [kijk])
  useEffect(() => {
    if (!open) return venster.current?.close()
    venster.current?.showModal()
    // De manieren om u aan te melden komen pas na een vraag aan de server; tot dan zou de focus op de laatste knop staan.
    venster.current?.querySelector('h2')?.focus()
    const bijTerugkomst = () => document.visibilityState === 'visible' && void kijk()
    document.addEventListener('visibilitychange', bijTerugkomst)
    window.addEventListener('focus', bijTerugkomst)
    return () => {
      document.removeEventListener('visibilitychange', bijTerugkomst)
      window.removeEventListener('focus', bijTerugkomst)
    }
  }, [open, kijk])

  return (
    <dialog ref={venster} className="md-venster md-sessievenster" aria-labelledby="sessie-kop" onCancel={(e) => e.preventDefault()}>
      {open && (ander ? <AndereMedewerker nieuw={ander} /> : <Verlopen kijk={kijk} />)}
    </dialog>
  )
}

function Verlopen({ kijk }: { kijk: () => Promise<void> }) {
  const client = useQueryClient()
  const sessie = client.getQueryData<Sessie | null>(sleutels.sessie())
  return (
    <>
      <h2 id="sessie-kop" tabIndex={-1} className="utrecht-heading-2">
        U bent niet meer aangemeld
      </h2>
      <p>Uw sessie is verlopen, of u hebt zich ergens anders afgemeld. Meld u opnieuw aan; wat u hier invulde, blijft staan.</p>
      <Aanmeldkeuze
        naar={weerAangemeld}
        nieuwTabblad
        alleen={sessie ? { naam: sessie.medewerker.naam, gemeente: sessie.gemeente.code } : undefined}
        klaar={async () => {
          await kijk()
          vertelAnderen('aangemeld')
        }}
      />
      <p className="md-venster__knoppen">
        <Knop opKlik={() => void kijk()}>Ik heb me aangemeld, ga verder</Knop>
      </p>
    </>
  )
}

/** Iemand anders meldde zich aan in deze browser: zijn rechten gelden, dus het scherm van de vorige kan niet blijven. */
function AndereMedewerker({ nieuw }: { nieuw: Sessie }) {
  return (
    <>
      <h2 id="sessie-kop" tabIndex={-1} className="utrecht-heading-2">
        U bent nu aangemeld als {nieuw.medewerker.naam}
      </h2>
      <p>Dit scherm was van iemand anders. Wat daar is ingevuld, staat voor diegene klaar als concept.</p>
      <p className="md-venster__knoppen">
        <Knop soort="primair" opKlik={() => location.assign('/')}>
          Verder als {nieuw.medewerker.naam}
        </Knop>
      </p>
    </>
  )
}
