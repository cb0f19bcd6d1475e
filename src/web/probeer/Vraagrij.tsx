import { type ComponentType, memo } from 'react'
import type { Antwoord } from '#core/advies/advies.ts'
import { keuzesVan } from '#core/advies/woorden.ts'
import type { Vraag } from '#core/catalogus/vorm.ts'
import { EisChips } from '#web/onderdelen/EisChip.tsx'
import { Icoon } from '#web/onderdelen/Icoon.tsx'
import { Vasteruimte } from '#web/onderdelen/Vasteruimte.tsx'
import { Antwoordkeuze } from '#web/probeer/Antwoordkeuze.tsx'
import { Getalvraag } from '#web/probeer/Getalvraag.tsx'
import { Meerkeuze } from '#web/probeer/Meerkeuze.tsx'
import type { Voorstel } from '#web/probeer/voorstel.ts'

type Eigenschappen = {
  readonly id: string
  readonly vraag: Vraag
  readonly antwoord: Antwoord | null
  /** Het antwoord volgt uit een andere vraag: zo staat het er, en zo is het te veranderen. */
  readonly volgtUit: string | null
  /** De langste zin die hier kan komen als het antwoord uit een andere vraag volgt; die plek blijft vrij. */
  readonly volgtUitRuimte: string | null
  /** Het antwoord dat een andere vraag voorstelt; het telt pas na bevestiging. */
  readonly voorstel: Voorstel | null
  readonly isVolgende: boolean
  /** Onder het antwoord; alleen in een onderzoek. */
  readonly Voet?: ComponentType<{ readonly vraag: string }>
  readonly antwoordOp: (vraag: string, antwoord: Antwoord | null) => void
}

/** Eén vraag met haar antwoord, uitleg en bronnen. */
export const Vraagrij = memo(function Vraagrij({
  id,
  vraag,
  antwoord,
  volgtUit,
  volgtUitRuimte,
  voorstel,
  isVolgende,
  Voet,
  antwoordOp,
}: Eigenschappen) {
  const label = `vraag-${id}-tekst`
  const uitlegId = volgtUit ? `vraag-${id}-volgt` : undefined
  const kies = (waarde: Antwoord | null) => antwoordOp(id, waarde)
  return (
    <div className="probeer-vraag" id={`vraag-${id}`} data-bekend={antwoord !== null || undefined} data-volgende={isVolgende || undefined}>
      <div className="probeer-vraag-kop">
        <p className="probeer-vraag-tekst" id={label}>
          {isVolgende && (
            <span className="probeer-verschil" title="Hier zit het verschil">
              <Icoon naam="vol" tekst />
              <span className="md-onzichtbaar">Hier zit het verschil: </span>
            </span>
          )}
          {vraag.tekst}
        </p>
        {volgtUitRuimte && (
          <p className="md-bijtekst" id={uitlegId}>
            <Vasteruimte varianten={[volgtUitRuimte]}>{volgtUit}</Vasteruimte>
          </p>
        )}
        {voorstel && <Voorstelregel id={id} voorstel={voorstel} kies={kies} />}
        <Uitleg vraag={vraag} />
      </div>
      <div className="probeer-vraag-antwoord">
        <Invoer id={id} vraag={vraag} antwoord={antwoord} vast={volgtUit !== null} label={label} beschrijving={uitlegId} kies={kies} />
      </div>
      {Voet && <Voet vraag={id} />}
    </div>
  )
})

function Voorstelregel({ id, voorstel, kies }: { id: string; voorstel: Voorstel; kies: (waarde: Antwoord) => void }) {
  const { antwoord, zin } = voorstel
  const bevestig = (waarde: 'ja' | 'nee') => {
    kies(waarde)
    // De knop verdwijnt; de aandacht blijft bij het antwoord.
    document.getElementById(`${id}-${waarde}`)?.focus()
  }
  return (
    <p className="probeer-voorstel md-bijtekst">
      <Vasteruimte varianten={[`${zin} Bevestig\u00a0nee`]}>
        {antwoord && (
          <>
            {zin}{' '}
            <button type="button" className="bewaar-tekstknop" onClick={() => bevestig(antwoord)}>
              Bevestig {antwoord}
            </button>
          </>
        )}
      </Vasteruimte>
    </p>
  )
}

function Uitleg({ vraag }: { vraag: Vraag }) {
  const [eerste, ...rest] = vraag.eisen
  if (!eerste && !vraag.uitleg) return null
  return (
    <details className="probeer-uitleg">
      <summary>
        {vraag.uitleg ? 'Uitleg en bron' : 'Bron'}
        {eerste && (
          <span className="md-bijtekst">
            {' '}
            {eerste}
            {rest.length > 0 ? ` en ${rest.length} meer` : ''}
          </span>
        )}
      </summary>
      {vraag.uitleg && <p>{vraag.uitleg}</p>}
      <p className="probeer-chips">
        <EisChips eisen={vraag.eisen} />
      </p>
    </details>
  )
}

type Invoereigenschappen = {
  readonly id: string
  readonly vraag: Vraag
  readonly antwoord: Antwoord | null
  readonly vast: boolean
  readonly label: string
  readonly beschrijving?: string
  readonly kies: (waarde: Antwoord | null) => void
}

function Invoer({ id, vraag, antwoord, vast, label, beschrijving, kies }: Invoereigenschappen) {
  if (vraag.soort === 'meerkeuze') {
    const waarde = Array.isArray(antwoord) ? (antwoord as readonly string[]) : null
    return <Meerkeuze label={label} beschrijving={beschrijving} keuzes={keuzesVan(vraag)} waarde={waarde} kies={kies} />
  }
  if (vraag.soort === 'getal')
    return (
      <Getalvraag
        vraag={vraag}
        label={label}
        beschrijving={beschrijving}
        waarde={typeof antwoord === 'number' ? antwoord : null}
        kies={kies}
      />
    )
  const standaard = vraag.soort === 'janee' && vraag.afwezig ? `niet ingevuld (telt als ${vraag.afwezig})` : null
  return (
    <Antwoordkeuze
      naam={id}
      label={label}
      beschrijving={beschrijving}
      keuzes={keuzesVan(vraag)}
      waarde={typeof antwoord === 'string' ? antwoord : null}
      standaard={standaard}
      vast={vast}
      kies={kies}
    />
  )
}
