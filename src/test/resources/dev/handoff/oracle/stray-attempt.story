# A delivery that lost its marks may be one more attempt, or stand in another place of an order.
0 up payments
0 up mail
0 up events
0 up ledger
0 expect A say=attempts kind=refund count=1 within=1000 stray=fail
0 expect A say=attempts kind=refund count=1 within=1000
0 expect A say=order items=refund,notice within=1000 stray=fail
0 expect A say=order items=refund,notice within=1000
10 begin A
20 act A name=purchase
60 happen e1 kind=refund by=A corr=A
90 happen e2 kind=notice by=A corr=A
120 happen e3 kind=refund by=A
1300 poll events
1300 poll ledger
1301 look A
