-- A changed row stays in its page where there is room, and its index entries with it: of a delta in a long history that is most of what is written.
alter table core.orders set (fillfactor = 90);
alter table core.shipments set (fillfactor = 90);
alter table core.service_cases set (fillfactor = 90);
alter table journey.order_journey set (fillfactor = 80);
