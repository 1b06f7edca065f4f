# "Nothing else" forgot that a stray may be just that else.
0 up payments
0 up mail
0 up events
0 up ledger
0 expect A say=nothing named=entry:1 within=1000 stray=fail
0 expect A say=nothing named=entry:1 within=1000
240 begin A
1329 happen e1 kind=payout by=A
2525 poll events
2530 poll ledger
2535 look A
