;; Searches bytes for windows, the eight bytes of a needle that windows.ts chooses, and counts lines. wasm-buffer.ts runs it.
;;
;; Of the eight bytes of a window, any four that follow one another are one of its five grams. Wherever a window stands, one of its grams
;; begins at a byte whose offset is a multiple of five, so only every fifth byte is looked at: a table says for the hash of the four bytes
;; there which of the five grams of a window they may be. Mostly they are none. If they may be one, the eight bytes of that window are
;; looked up in a hash table of all windows. Nothing depends on what was found before, so that the processor works on many of these at a
;; time: that is why it is faster than to skip as far as possible (search.ts), and, with as many needles, than SIMD instructions, which
;; can look at every byte, but not into a table.
(module
  ;; Imported, so that whoever runs it says how much text there is room for.
  (import "scan" "memory" (memory 1))

  ;; The memory, by address:
  ;;      0  32,768 bytes, for each hash of a gram: bit n is set where it is the gram at offset n of a window
  ;; 32,768  2,048 slots of 16 bytes, for each hash of a window: the window, and its number, 0 in a free slot. A window whose slot is taken
  ;;         is in the next free one.
  ;; 65,536  what was found: 8 bytes for each, the address, and the number of the window
  (global (export "windows") i32 (i32.const 1024)) ;; as many at most, or the table would be too full
  (global (export "found") i32 (i32.const 65536))
  (global (export "text") i32 (i32.const 196672)) ;; behind room for what was found in `block` bytes, and 64 bytes to look back into
  (global (export "block") i32 (i32.const 16368)) ;; so much is searched at a time

  ;; The address of the entry of the gram at $at. The multiplier is that of Fibonacci hashing: 2^32 divided by the golden ratio.
  (func $gram (param $at i32) (result i32)
    (i32.shr_u (i32.mul (i32.load (local.get $at)) (i32.const 0x9e3779b1)) (i32.const 17)))

  ;; The offset in the table of the slot where a window is, or would be if that slot were free.
  (func $slot (param $window i64) (result i32)
    (i32.shl
      (i32.wrap_i64 (i64.shr_u (i64.mul (local.get $window) (i64.const 0x9e3779b97f4a7c15)) (i64.const 53)))
      (i32.const 4)))

  (func $next_slot (param $slot i32) (result i32)
    (i32.and (i32.add (local.get $slot) (i32.const 16)) (i32.const 0x7fff)))

  ;; Adds the window that stands at $at. Its number is not 0.
  (func (export "add") (param $at i32) (param $number i32)
    (local $offset i32)
    (local $slot i32)
    (loop $each_gram
      (i32.store8
        (call $gram (i32.add (local.get $at) (local.get $offset)))
        (i32.or
          (i32.load8_u (call $gram (i32.add (local.get $at) (local.get $offset))))
          (i32.shl (i32.const 1) (local.get $offset))))
      (local.set $offset (i32.add (local.get $offset) (i32.const 1)))
      (br_if $each_gram (i32.lt_u (local.get $offset) (i32.const 5))))
    (local.set $slot (call $slot (i64.load (local.get $at))))
    (block $free
      (loop $taken
        (br_if $free (i32.eqz (i32.load offset=32776 (local.get $slot))))
        (local.set $slot (call $next_slot (local.get $slot)))
        (br $taken)))
    (i64.store offset=32768 (local.get $slot) (i64.load (local.get $at)))
    (i32.store offset=32776 (local.get $slot) (local.get $number)))

  ;; Finds the windows that have a gram at $at, or at any fifth byte after it before $end: how many. That is each window that begins in
  ;; [$at, $end - 4), and some that begin up to 4 bytes before or behind. The last bytes are read up to 8 bytes behind $end.
  ;; $gram and $slot are written out: the V8 of Node 20 calls functions of WebAssembly where it could inline them, which doubles the time.
  (func (export "search") (param $at i32) (param $end i32) (result i32)
    (local $count i32)
    (local $offsets i32) ;; a bit for each
    (local $start i32)
    (local $window i64)
    (local $slot i32)
    (local $number i32)
    (block $done
      (loop $fifth_byte
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $offsets
          (i32.load8_u (i32.shr_u (i32.mul (i32.load (local.get $at)) (i32.const 0x9e3779b1)) (i32.const 17))))
        (block $none
          (loop $each_offset
            (br_if $none (i32.eqz (local.get $offsets)))
            (local.set $start (i32.sub (local.get $at) (i32.ctz (local.get $offsets))))
            (local.set $offsets (i32.and (local.get $offsets) (i32.sub (local.get $offsets) (i32.const 1))))
            (local.set $window (i64.load (local.get $start)))
            (local.set $slot
              (i32.shl
                (i32.wrap_i64 (i64.shr_u (i64.mul (local.get $window) (i64.const 0x9e3779b97f4a7c15)) (i64.const 53)))
                (i32.const 4)))
            (loop $each_slot
              (local.set $number (i32.load offset=32776 (local.get $slot)))
              (br_if $each_offset (i32.eqz (local.get $number)))
              (if (i64.ne (i64.load offset=32768 (local.get $slot)) (local.get $window))
                (then
                  (local.set $slot (call $next_slot (local.get $slot)))
                  (br $each_slot))))
            (i32.store offset=65536 (i32.shl (local.get $count) (i32.const 3)) (local.get $start))
            (i32.store offset=65540 (i32.shl (local.get $count) (i32.const 3)) (local.get $number))
            (local.set $count (i32.add (local.get $count) (i32.const 1)))
            (br $each_offset)))
        (local.set $at (i32.add (local.get $at) (i32.const 5)))
        (br $fifth_byte)))
    (local.get $count))

  ;; Counts the line breaks in [$at, $end), sixteen bytes at a time, and the rest one by one.
  (func (export "lines") (param $at i32) (param $end i32) (result i32)
    (local $count i32)
    (block $rest
      (loop $sixteen
        (br_if $rest (i32.gt_u (i32.add (local.get $at) (i32.const 16)) (local.get $end)))
        (local.set $count
          (i32.add
            (local.get $count)
            (i32.popcnt
              (i8x16.bitmask (i8x16.eq (v128.load (local.get $at)) (i8x16.splat (i32.const 10)))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $sixteen)))
    (block $done
      (loop $one
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $count
          (i32.add (local.get $count) (i32.eq (i32.load8_u (local.get $at)) (i32.const 10))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $one)))
    (local.get $count)))
