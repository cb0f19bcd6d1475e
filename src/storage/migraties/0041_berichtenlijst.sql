-- Twee wegen naar hetzelfde: bij een enkel bericht vragen of zij deze cliënt ziet, en voor een lange lijst de verzameling van haar cliënten één keer
-- opbouwen. Wie een lijst vraagt zegt dat met meedoen.lijst; wat iemand ziet hangt er niet van af.
drop policy lezen on bericht;
create policy lezen on bericht for select
  using ((select heb_rol('administratie', 'teamleider', 'toezichthouder', 'systeem'))
    or ((select heb_rol('consulent')) and case when (select current_setting('meedoen.lijst', true) = 'ja')
      then client_index in (select mijn_clienten()) else ziet_client(client_index) end));
