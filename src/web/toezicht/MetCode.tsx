/** Een melding in woorden, met klein ernaast de code waarop een beheerder of jurist zoekt. */
export const MetCode = ({ tekst, code }: { tekst: string; code: string }) => (
  <span className="md-bijtekst">
    {tekst} <small className="tz-code">{code}</small>
  </span>
)
