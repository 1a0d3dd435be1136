-- Sketches of distinct things are packed into the series of cells (docs/decisions/0011).
drop table distinct_set;
