import { useEffect, useRef, useState } from 'react'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { Datumveld } from '#web/onderdelen/Datumveld.tsx'
import { Knop } from '#web/onderdelen/Knop.tsx'
import { Veld } from '#web/onderdelen/Veld.tsx'
import { Vinkje } from '#web/onderdelen/Vinkje.tsx'
import { ANDERS, invoerVan, leegFormulier, leesFormulier, type Veldfouten } from './formulier.ts'
import type { Rij } from './stand.ts'

type Eigenschappen = {
  readonly catalogus: Catalogus
  /** De indicatie die gewijzigd wordt; null voegt toe. */
  readonly rij: Rij | null
  readonly volgendId: string
  readonly bewaar: (rij: Rij) => void
  readonly annuleer: () => void
}

/** Een indicatie toevoegen of wijzigen, helemaal met het toetsenbord. */
export function Formulier({ catalogus, rij, volgendId, bewaar, annuleer }: Eigenschappen) {
  const bekend = catalogus.catalogus.productvolgorde
  const [f, zetF] = useState(() => (rij ? invoerVan(rij, bekend) : leegFormulier))
  const [fouten, zetFouten] = useState<Veldfouten>({})
  const kop = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (rij) kop.current?.focus()
  }, [rij])
  const zet = (deel: Partial<typeof f>) => zetF((v) => ({ ...v, ...deel }))
  const verstuur = () => {
    const r = leesFormulier(f, rij?.id ?? volgendId)
    zetFouten(r.ok ? {} : r.fout)
    if (!r.ok) {
      const eerste = Object.keys(r.fout)[0]
      document.getElementById(`stapeling-${eerste}`)?.focus()
      return
    }
    bewaar(r.value)
    if (!rij) zetF(leegFormulier)
  }
  return (
    <form
      className="md-deel stapeling-formulier"
      noValidate
      aria-labelledby="stapeling-formulierkop"
      onSubmit={(e) => {
        e.preventDefault()
        verstuur()
      }}
    >
      <h2 id="stapeling-formulierkop" ref={kop} tabIndex={-1}>
        {rij ? 'Indicatie wijzigen' : 'Indicatie toevoegen'}
      </h2>
      <Veld
        id="stapeling-product"
        soort="keuze"
        label="Product"
        waarde={f.product}
        opWijzig={(product) => zet({ product })}
        leeg="Kies een product"
        opties={[
          ...bekend.map((p) => ({ waarde: p, tekst: catalogus.producten[p]?.naam ?? p })),
          { waarde: ANDERS, tekst: 'Een product buiten deze catalogus' },
        ]}
        fout={fouten.product}
      />
      {f.product === ANDERS && (
        <Veld
          id="stapeling-anders"
          label="Naam van het andere product"
          waarde={f.anders}
          opWijzig={(anders) => zet({ anders })}
          fout={fouten.anders}
        />
      )}
      <Datumveld
        id="stapeling-van"
        label="Eerste dag"
        waarde={f.van}
        opWijzig={(van) => zet({ van })}
        {...(fouten.van && { fout: fouten.van })}
      />
      <Datumveld
        id="stapeling-tot"
        label="Laatste dag"
        uitleg="Laat leeg als er geen einddatum is."
        optioneel
        waarde={f.tot}
        opWijzig={(tot) => zet({ tot })}
        {...(fouten.tot && { fout: fouten.tot })}
      />
      <Vinkje
        tekst="Dit is de nieuwe indicatie"
        uitleg="De nieuwe schuift op als er iets niet past."
        aangevinkt={f.nieuw}
        opWijzig={(nieuw) => zet({ nieuw })}
      />
      {catalogus.stapeling.pgbTeltMee && <Vinkje tekst="Met een pgb" aangevinkt={f.pgb} opWijzig={(pgb) => zet({ pgb })} />}
      {catalogus.stapeling.zelfdeProductBijTweeAanbieders && (
        <Veld label="Aanbieder" optioneel waarde={f.aanbieder} opWijzig={(aanbieder) => zet({ aanbieder })} />
      )}
      <div className="md-knoppen">
        <Knop soort="primair" type="submit">
          {rij ? 'Wijziging bewaren' : 'Zet op de tijdlijn'}
        </Knop>
        {rij && (
          <Knop soort="stil" opKlik={annuleer}>
            Toch niet
          </Knop>
        )}
      </div>
    </form>
  )
}
