# "With the statuses 503, 201" waits for two attempts as "2 attempts" does: one refused is not yet another answer.
0 up payments
0 up mail
0 up events
0 up ledger
0 expect A say=attempts kind=refund statuses=503,201 within=1000
10 begin A
20 act A name=purchase
60 happen e1 kind=refund by=A corr=A disposition=rejected status=503
560 poll events
560 poll ledger
561 look A
700 happen e2 kind=refund by=A corr=A
1300 poll events
1300 poll ledger
1301 look A
