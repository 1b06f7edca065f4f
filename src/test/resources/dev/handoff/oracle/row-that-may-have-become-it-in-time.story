# After the longest wait a row of nobody that became what is missed between two polls, perhaps in time, leaves it open.
0 up ledger
0 expect A say=count kind=entry min=1 amount=>4 within=1000
255 begin A
266 happen e2 kind=entry by=A
555 poll ledger
573 change e2 by=A amount=5
1480 poll ledger
1480 look A last=yes
