# A row of nobody that is updated into what must not be is named beside what is met, though it came as another.
0 up events
0 up ledger
0 expect A say=count kind=entry max=0 amount=5 within=500
205 begin A
777 happen e2 kind=entry by=A
877 poll ledger
894 change e2 by=A amount=5
3133 poll events
3133 poll ledger
3133 look A
