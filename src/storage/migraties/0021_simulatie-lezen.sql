-- Wie het werk van de hele gemeente ziet, leest ook wat een wijziging ermee doet. Vragen en stoppen blijft bij de contractmanager.
create policy lezen on simulatie for select using ((select heb_rol('teamleider', 'toezichthouder')));
