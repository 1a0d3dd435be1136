-- Results, exports and lists read the offers of a survey by the time at which they were made.
create index offer_of_survey on offer (survey, offered_at, id);
